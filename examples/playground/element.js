/**
 * Creates an element. Texts become text nodes, so that no text of an address is read as HTML.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} [attributes] `false` and
 *   `undefined` set no attribute, `true` sets an empty one.
 * @param {readonly (Node | string)[]} children
 */
export const element = (name, attributes = {}, ...children) => {
  const created = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      created.setAttribute(attribute, value === true ? '' : String(value))
  created.append(...children)
  return created
}
