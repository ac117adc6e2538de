import { hideElement } from './hide-element.ts'

/** The CSS properties that decide an iframe's size and place. A shorthand stands for all sides. */
const LAYOUT = [
  'position',
  'inset',
  'z-index',
  'float',
  'clear',
  'box-sizing',
  'width',
  'min-width',
  'max-width',
  'height',
  'min-height',
  'max-height',
  'aspect-ratio',
  'padding',
  'border-width',
  'border-style',
  'border-radius',
  'vertical-align',
  'flex',
  'order',
  'align-self',
  'justify-self',
  'grid-area',
]

/** The functions that put an element in the place of an iframe, and remove the element again. */
export interface Place {
  /**
   * Hides the iframe and puts the element in its place, or updates the size after a change of the
   * page.
   */
  take(): void
  /** Removes the element from the page and shows the iframe again. */
  leave(): void
}

/**
 * Returns the functions that give an element exactly the size and place of an iframe, so that
 * nothing on the page moves, and that remove the element again.
 *
 * `take` reads the sizes while the iframe is hidden. A hidden iframe has no box, so its computed
 * sizes are the specified ones: percentages stay percentages and follow the size of the container.
 *
 * @see https://drafts.csswg.org/cssom/#resolved-values
 */
export const createPlace = (iframe: HTMLIFrameElement, element: HTMLElement): Place => {
  let unhide = () => {}
  return {
    take() {
      unhide()
      const computed = getComputedStyle(iframe)
      const { display } = computed
      unhide = hideElement(iframe)
      const copy = (name: string, value = computed.getPropertyValue(name)) =>
        // Without `important`, a page's rule `* { … !important }` would override the inline style.
        element.style.setProperty(name, value, 'important')
      // Copy the margin only before the insertion. After it the element is a sibling of the iframe,
      // and the page's sibling rules may change the iframe's margin.
      if (!element.isConnected) copy('margin')
      for (const name of LAYOUT) copy(name)
      // In normal flow an iframe does not stretch to the width of its container, as a block does.
      if (computed.width === 'auto') copy('width', 'fit-content')
      copy(
        'display',
        /inline/.test(display) ? 'inline-grid' : display === 'none' ? display : 'grid',
      )
      if (element.nextSibling !== iframe) iframe.before(element)
    },
    leave() {
      unhide()
      unhide = () => {}
      element.remove()
    },
  }
}
