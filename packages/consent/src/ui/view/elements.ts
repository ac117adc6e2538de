import { buildElement } from '../../shared/build-element.ts'

/** Creates a button without a label. `look` is its class and one of its CSS parts. */
// The button needs no `type`, because it is in no form.
export const createButton = (id: string, look: string): HTMLButtonElement =>
  buildElement('button', { id, class: look, part: `button ${look}` })

/**
 * Sets the text of an element, unless it has that text already. Safari drops the click on a button
 * whose text is replaced between the press and the release of the mouse, and a screen reader
 * may repeat a status message that is written again.
 */
export const writeText = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text
}

/**
 * Removes one of our elements from its parent, if any. Avoids `element.remove()`, because the
 * `remove` of Prototype.js throws for an element without a parent.
 *
 * @see https://github.com/prototypejs/prototype/blob/1.7.3/src/prototype/dom/dom.js
 */
export const takeOff = (element: Element): void => {
  element.parentNode?.removeChild(element)
}
