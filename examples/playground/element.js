/**
 * Creates an element. An attribute `false` or `undefined` is left out, `true` is an empty one. Texts
 * become text nodes, so that no text of an address is read as HTML.
 */
export const element = (name, attributes = {}, ...children) => {
  const created = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      created.setAttribute(attribute, value === true ? '' : String(value))
  created.append(...children)
  return created
}
