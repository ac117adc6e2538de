/** The CSS properties of an iframe's size, place and border. `inset` stands for all four sides. */
const LAYOUT = [
  ...['position', 'inset', 'z-index', 'float', 'clear', 'vertical-align'],
  ...['box-sizing', 'width', 'min-width', 'max-width', 'height', 'min-height', 'max-height'],
  ...['aspect-ratio', 'padding', 'border-width', 'border-style', 'border-radius'],
  // In a container that is a flexbox or a grid.
  ...['flex', 'order', 'align-self', 'justify-self', 'grid-area'],
]

/**
 * Hides an iframe and puts an element in its place, with its size, so that nothing on the page
 * moves. Returns a function that shows the iframe again; call it also before the next `takePlace`.
 *
 * The sizes are read while the iframe is hidden. A hidden iframe has no box, so its computed sizes
 * are the specified ones: percentages stay percentages and follow the size of the container.
 *
 * @see https://drafts.csswg.org/cssom/#resolved-values
 */
export const takePlace = (iframe: HTMLIFrameElement, element: HTMLElement): (() => void) => {
  const computed = getComputedStyle(iframe)
  const { display } = computed
  const unhide = hideElement(iframe)
  const copy = (name: string, value = computed.getPropertyValue(name)) =>
    // Without `important`, a page's rule `* { … !important }` would override the inline style.
    element.style.setProperty(name, value, 'important')
  // Copy the margin only before the insertion. After it the element is a sibling of the iframe, and
  // the page's sibling rules may change the iframe's margin.
  if (!element.isConnected) copy('margin')
  for (const name of LAYOUT) copy(name)
  // In normal flow an iframe does not stretch to the width of its container, as a block does.
  if (computed.width === 'auto') copy('width', 'fit-content')
  copy('display', /inline/.test(display) ? 'inline-grid' : display === 'none' ? display : 'grid')
  if (element.nextSibling !== iframe) iframe.before(element)
  return unhide
}

/**
 * Hides an element by `style.setProperty`, which every CSP allows, as `!important`, which no sheet
 * of the page overrides. Returns a function that restores the `style` attribute, except what the
 * page has written since.
 */
const hideElement = (element: HTMLElement): (() => void) => {
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
    // Restores the text of the attribute, since the browser has changed its spelling.
    if (before === null) element.removeAttribute('style')
    else element.setAttribute('style', before)
  }
}
