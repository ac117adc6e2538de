/**
 * Hides an element by its inline style, because a CSP allows scripts to set single properties and
 * `!important` there overrides every style sheet.
 *
 * @returns Dispose function: restores the attribute exactly, except what the page has written
 *   since.
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
    // Keeps the display that the page has set since.
    if (style.getPropertyValue('display') !== 'none' || !style.getPropertyPriority('display'))
      return
    style.setProperty('display', display, priority)
    if (!isOurs || read() === before) return
    // Restores the original spelling, which the browser normalizes. Where a CSP forbids setting the
    // attribute, the original attribute had no effect either.
    if (before === null) element.removeAttribute('style')
    else element.setAttribute('style', before)
  }
}
