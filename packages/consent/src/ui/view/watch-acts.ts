import { listen, ownDocument } from '../../shared/platform.ts'
import type { ViewContext } from './view-context.ts'

/**
 * Moves the banner or the settings button if it covers the middle of an element of the page that
 * gets the focus, and closes the status message at the next key press or pointer press outside the
 * view. Returns dispose functions.
 */
export const watchActs = (context: ViewContext): readonly (() => void)[] => {
  const { element } = context.host
  const onEvent = (event: Event) => {
    if (event.target === element) return
    if (event.type === 'focusin') stepAside(element, event.target)
    else if (context.message) {
      context.message = context.dismiss = ''
      context.draw()
    }
  }
  return ['focusin', 'keydown', 'pointerdown'].map(type => listen(type, onEvent, true))
}

/**
 * Moves the banner or the settings button to the opposite edge of the window if it covers the
 * middle of the element that has got the focus.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 */
const stepAside = (host: Element, focused: EventTarget | null): void => {
  // Wait, because browsers scroll to the focused element after the focus event.
  setTimeout(() => {
    const box = host.shadowRoot?.querySelector('#banner,#signal,#settings')
    if (!box || !(focused instanceof Element)) return
    // A form may have a field named `getBoundingClientRect`, so call the method of the prototype.
    const { getBoundingClientRect } = Element.prototype
    const { left, top, width, height } = getBoundingClientRect.call(focused)
    // jsdom has no `elementFromPoint`.
    if (ownDocument.elementFromPoint?.(left + width / 2, top + height / 2) === host)
      box.classList.toggle('above')
  })
}
