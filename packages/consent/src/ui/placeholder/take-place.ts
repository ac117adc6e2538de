import { hideElement } from './hide-element.ts'

/** What makes the room an iframe takes. Shorthands give all their sides. */
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

/** An element that can stand in for an iframe. */
export interface Place {
  /** Takes the iframe's place, or takes it anew after something around has changed. */
  take(): void
  /** Gives it back: the iframe is as the page wrote it. */
  leave(): void
}

/**
 * Makes an element take exactly the room of an iframe, so that nothing on the page moves.
 *
 * Without a box of its own, the iframe's computed sizes are as they were written: percentages stay
 * percentages, and follow the window by themselves.
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
        // Important: the page's `*` would reach it otherwise.
        element.style.setProperty(name, value, 'important')
      // From the first time on, our element is a sibling that the page's margins may count.
      if (!element.isConnected) copy('margin')
      for (const name of LAYOUT) copy(name)
      // A replaced element never stretches to its container.
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
