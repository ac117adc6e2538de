/**
 * Clicks on an element of a simulated page as a person does. `element.click()` dispatches an event
 * that is not trusted.
 */
export const clickAsPerson = (element: HTMLElement): void => {
  const options = { bubbles: true, cancelable: true, composed: true }
  const event = Object.defineProperty(new MouseEvent('click', options), 'isTrusted', {
    enumerable: true,
    value: true,
  })
  element.dispatchEvent(event)
}
