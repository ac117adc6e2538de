/** The words of the panel in the language of the page, which the page's template has written. */
export const words = JSON.parse(document.querySelector('[data-panel-words]').textContent)

/** Returns the name of a category or service in the language of the page. */
export const nameOf = key => words.categories[key] ?? key
