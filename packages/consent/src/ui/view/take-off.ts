/**
 * Removes one of our elements from its parent, if any. Avoids `element.remove()`, because the
 * `remove` of Prototype.js throws for an element without a parent.
 *
 * @see https://github.com/prototypejs/prototype/blob/1.7.3/src/prototype/dom/dom.js
 */
export const takeOff = (element: Element): void => {
  element.parentNode?.removeChild(element)
}
