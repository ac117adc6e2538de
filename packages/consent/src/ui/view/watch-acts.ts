import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Stage } from './stage.ts'

/** The events of the page that the view handles. */
const EVENTS = ['focusin', 'keydown', 'pointerdown']

/**
 * Creates the listeners that move the banner or the settings button away from the page's focused
 * element, and that close the status message at the next key press or pointer press in the page.
 * `follow` adds the listeners, also again after `document.open()`, which removes all listeners.
 */
export const watchActs = (stage: Stage): { follow(): void; stop(): void } => {
  const { element } = stage.host
  const onEvent = (event: Event) =>
    quietly(() => {
      if (event.target === element) return
      if (event.type === 'focusin') stepAside(element, event.target)
      else if (stage.message) {
        stage.message = stage.dismiss = ''
        stage.draw()
      }
    })
  return {
    follow: () =>
      quietly(() => {
        for (const type of EVENTS) ownDocument.addEventListener(type, onEvent, true)
      }),
    stop() {
      for (const type of EVENTS) ownDocument.removeEventListener(type, onEvent, true)
    },
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
