/** Clicks as a person does; the event of `element.click()` is not trusted. */
export const clickAsPerson = (element: HTMLElement): void => {
  const options = { bubbles: true, cancelable: true, composed: true }
  const event = Object.defineProperty(new MouseEvent('click', options), 'isTrusted', {
    enumerable: true,
    value: true,
  })
  element.dispatchEvent(event)
}
