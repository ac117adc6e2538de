/**
 * Hides an element by its inline style: every CSP lets scripts set single properties, and
 * `!important` in an inline style overrides every style sheet.
 *
 * @returns Dispose function: restores the `style` attribute exactly, but keeps what the page has
 *   written in the meantime.
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
    // If the page has set `display` in the meantime, the page's value stays.
    if (style.getPropertyValue('display') !== 'none' || !style.getPropertyPriority('display'))
      return
    style.setProperty('display', display, priority)
    if (!isOurs || read() === before) return
    // Restores the text of the attribute, since the browser has changed its spelling. If a CSP
    // forbids to set the attribute, the original attribute had no effect either.
    if (before === null) element.removeAttribute('style')
    else element.setAttribute('style', before)
  }
}
