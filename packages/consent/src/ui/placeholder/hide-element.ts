/**
 * Hides an element by its inline style, which no style sheet outdoes and a CSP lets scripts write.
 *
 * @returns The undo. The attribute is what it was, to the letter; what the page has written in it
 *   since stays.
 */
export const hideElement = (element: HTMLElement): (() => void) => {
  const { style } = element
  const read = () => element.getAttribute('style')
  const before = read()
  const display = style.getPropertyValue('display')
  const priority = style.getPropertyPriority('display')
  style.setProperty('display', 'none', 'important')
  const hidden = read()
  return () => {
    const isOurs = read() === hidden
    // The page has shown or hidden it itself since.
    if (style.getPropertyValue('display') !== 'none' || !style.getPropertyPriority('display'))
      return
    style.setProperty('display', display, priority)
    if (!isOurs || read() === before) return
    // The browser spells it otherwise. A CSP that forbids this never let the attribute apply.
    if (before === null) element.removeAttribute('style')
    else element.setAttribute('style', before)
  }
}
