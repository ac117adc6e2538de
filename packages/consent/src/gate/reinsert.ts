/**
 * Removes an element and inserts it in the same place, which runs a script and empties an iframe.
 *
 * @param change Is called while the element is out of the page.
 */
export const reinsert = (element: Element, change?: () => void): void => {
  const { parentNode, nextSibling } = element
  // A form may have a field named `removeChild`, so call the method of the prototype.
  if (parentNode) Node.prototype.removeChild.call(parentNode, element)
  change?.()
  if (parentNode) Node.prototype.insertBefore.call(parentNode, element, nextSibling)
}
