import { listen, ownDocument } from '../../shared/platform.ts'
import type { ViewContext } from './view-context.ts'

/** The events of the page that the view handles. */
const EVENTS = ['focusin', 'keydown', 'pointerdown']

/**
 * Moves the banner or the settings button away from the page's focused element, and closes the
 * status message at the next key press or pointer press in the page.
 *
 * @returns Dispose function: removes the listeners.
 */
export const watchActs = (context: ViewContext): (() => void) => {
  const { element } = context.host
  const onEvent = (event: Event) => {
    if (event.target === element) return
    if (event.type === 'focusin') stepAside(element, event.target)
    else if (context.message) {
      context.message = context.dismiss = ''
      context.draw()
    }
  }
  const disposes = EVENTS.map(type => listen(type, onEvent, true))
  return () => {
    for (const dispose of disposes) dispose()
  }
}

/**
 * Moves the banner, or the settings button with what is beside it, to the opposite edge of the
 * window when the banner or the button covers the focused element of the page. Does not change the
 * scroll position.
 *
 * @param host The host element of the banner and the settings button.
 * @param focused The target of the focus event.
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
