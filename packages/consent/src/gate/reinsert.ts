/**
 * Removes an element and inserts it again in the same place, so that a script runs, and an iframe
 * drops its document.
 *
 * @param change Is called while the element is out of the page.
 */
export const reinsert = (element: Element, change?: () => void): void => {
  const { parentNode, nextSibling } = element
  // The parent may be a form with a field named `removeChild`, so call the prototype's method.
  if (parentNode) Node.prototype.removeChild.call(parentNode, element)
  change?.()
  if (parentNode) Node.prototype.insertBefore.call(parentNode, element, nextSibling)
}
