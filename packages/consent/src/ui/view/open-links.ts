import type { AnyConsent } from '../../core/index.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Part } from '../parts/load-parts.ts'
import { followGate } from './watch-page.ts'

/**
 * The events on elements with `data-consent-open`. A click opens a part of the view. Pointing at
 * the element or focusing it loads the part that a click would open.
 */
const EVENTS = ['click', 'focusin', 'pointerover']

/**
 * Opens the preferences on a click on an element with `data-consent-open`, or the browser guide if
 * the attribute's value is `guide`. Listeners on the document also cover elements that the page
 * adds later.
 *
 * @param onIntent Called when the visitor points at such an element or focuses it.
 * @returns Dispose function: removes the listeners. Then links open their own address again.
 */
export const startOpenLinks = (
  consent: AnyConsent,
  onIntent: (part: Part) => void,
): (() => void) => {
  const onEvent = (event: Event & Partial<MouseEvent>) =>
    quietly(() => {
      // With Ctrl, Meta or Shift pressed the browser opens the link's address in another tab or
      // window.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
      for (const node of event.composedPath()) {
        // A form may have a field named `getAttribute`, so call the method of the prototype.
        const opened =
          node instanceof Element && Element.prototype.getAttribute.call(node, 'data-consent-open')
        if (typeof opened !== 'string') continue
        if (event.type !== 'click') return onIntent((opened as Part) || 'preferences')
        if (opened === 'guide') consent.openGuide()
        else consent.openPreferences()
        return event.preventDefault()
      }
    })
  const listen = () => {
    for (const type of EVENTS) ownDocument.addEventListener(type, onEvent)
  }
  const unfollow = followGate(listen)
  listen()
  return () => {
    unfollow()
    for (const type of EVENTS) ownDocument.removeEventListener(type, onEvent)
  }
}
