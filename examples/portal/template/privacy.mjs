// @ts-check
import { lines } from './parts.mjs'

/** @param {readonly string[]} items */
const list = items => lines(items.map(item => `              <li>${item}</li>`))

/** Returns the id of an article's element on the page. @param {number} number */
const idOf = number => (number === 9 ? 'cookies' : `article-${number}`)

/** Returns the HTML of Article 9. The SDK replaces the site's own list of cookies by a table. */
const cookieArticle = (
  /** @type {import('./layout.mjs').Words['privacy']['cookies']} */ words,
  /** @type {string} */ text,
) => `<p>${text}</p>
              <h3>${words.statistics}</h3>
              <p>${words.google}</p>
              <h3>${words.table}</h3>
              <div data-consent-cookies>
                <p>${words.list}</p>
                <p class="small faint">${words.id}</p>
              </div>
              <h3>${words.refuse}</h3>
              <p>${words.anyTime}</p>
              <div data-consent-preferences>
                <p><button class="button" type="button" data-consent-open>${words.open}</button></p>
              </div>
              <h3>${words.choice}</h3>
              <div data-consent-status>
                <p>${words.noChoice}</p>
              </div>
              <h3>${words.browser}</h3>
              <div data-consent-guide>
                <p>${words.inBrowser}</p>
                <p>${words.optOut}</p>
              </div>`

/** Returns the contents of the privacy policy. @param {import('./layout.mjs').Words} words */
export const privacy = ({ privacy: words }) => {
  const articles = Object.entries(words.articles)
  // The SDK fills the sections of the annex.
  const { title, lead, ...sections } = words.annex

  const body = (/** @type {number} */ number, /** @type {string} */ text) => {
    if (number === 2) return `<ul>${list(words.collected)}</ul><p>${text}</p>`
    if (number === 9) return cookieArticle(words.cookies, text)
    if (number === 15) return `<p>${text}</p><ul>${list(words.earlier)}</ul>`
    return `<p>${text}</p>`
  }

  return `<div class="page-head">
        <div class="wrap stack">
          <p class="kicker">${words.kicker}</p>
          <h1>${words.heading}</h1>
          <p class="lead">${words.lead}</p>
          <p class="small soft">${words.aside}</p>
        </div>
      </div>

      <div class="block">
        <div class="wrap policy">
          <nav class="contents small soft" aria-labelledby="contents-title">
            <h2 id="contents-title">${words.contents}</h2>
            <ol>
${list([
  ...articles.map(([heading], at) => `<a href="#${idOf(at + 1)}">${heading}</a>`),
  `<a href="#collected">${title}</a>`,
])}
            </ol>
          </nav>
          <article class="articles">
${lines(
  articles.map(([heading, text], at) => {
    const id = idOf(at + 1)
    const classes = id === 'cookies' ? ' class="card"' : ''
    return `            <section id="${id}" aria-labelledby="${id}-title"${classes}>
              <h2 id="${id}-title">${heading}</h2>
              ${body(at + 1, text)}
            </section>`
  }),
)}
            <section id="collected" aria-labelledby="collected-title" class="card">
              <h2 id="collected-title">${title}</h2>
              <p>${lead}</p>
${lines(
  Object.entries(sections).map(
    ([name, text]) => `              <div data-consent-section="${name}"><p>${text}</p></div>`,
  ),
)}
            </section>
          </article>
        </div>
      </div>`
}
