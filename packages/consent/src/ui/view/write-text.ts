/**
 * Sets the text of an element, unless it has that text already. Safari drops the click on a button
 * whose text is replaced between the press and the release of the mouse, and screen readers repeat
 * a status message that is written again.
 */
export const writeText = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text
}
