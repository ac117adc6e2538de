import { ownDocument } from '../../shared/own-document.ts'

/**
 * Moves the banner, or the settings button, to the other edge of the window when the page's focus went
 * under it: nobody may tab onto something unseen, and the page's own scrolling is not ours to change.
 *
 * @param host The element whose shadow root holds them.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 */
export const stepAside = (host: Element, focused: EventTarget | null): void => {
  // Scrolling to what is focused comes after the event.
  setTimeout(() => {
    const layer = host.shadowRoot?.querySelector('#banner,#settings')
    if (!layer || !(focused instanceof Element)) return
    // By the prototype: a form may have a field of that name.
    const { getBoundingClientRect } = Element.prototype
    const { left, top, width, height } = getBoundingClientRect.call(focused)
    // jsdom has no elementFromPoint.
    if (ownDocument.elementFromPoint?.(left + width / 2, top + height / 2) === host)
      layer.classList.toggle('above')
  })
}
