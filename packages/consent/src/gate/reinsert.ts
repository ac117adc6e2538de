/**
 * Takes an element out and puts it back in its place: a script runs then, a frame begins anew.
 *
 * @param change What is to happen in between.
 */
export const reinsert = (element: Element, change?: () => void): void => {
  const { parentNode, nextSibling } = element
  element.remove()
  change?.()
  // By the prototype: a form around it may have a field of that name.
  if (parentNode) Node.prototype.insertBefore.call(parentNode, element, nextSibling)
}
