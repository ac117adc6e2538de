import type { AnyConsent } from '../../core/index.ts'
import { findAll, listen } from '../../shared/platform.ts'
import type { Part } from '../later-parts/part-props.ts'
import { rememberOpener } from './ask-plainly.ts'

/**
 * The events on elements with `data-consent-open`. A click opens a part of the view. Pointing at
 * the element or focusing it loads the part that a click would open.
 */
const EVENTS = ['click', 'focusin', 'pointerover']

/**
 * Opens the preferences on a click on an element with `data-consent-open`, or the browser guide if
 * the attribute's value is `guide`. Listeners on the document also cover elements that the page
 * adds later. They listen in the capture phase and prevent the default without stopping the event:
 * a client router that also handles the click then sees that the click is taken, and does not leave
 * the page.
 *
 * @see https://github.com/vuejs/router/blob/v4.6.3/packages/router/src/RouterLink.ts
 * @param onIntent Called when the visitor points at such an element or focuses it.
 * @returns Dispose function: removes the listeners. Then links open their own address again.
 */
export const startOpenLinks = (
  consent: AnyConsent,
  onIntent: (part: Part) => void,
): (() => void) => {
  const onEvent = (event: Event & Partial<MouseEvent>) => {
    // With a modifier key or another button than the primary one, the browser opens the link's
    // address in another tab or window, or downloads it. Safari before 18.2 dispatches `click` for
    // the middle button, too.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (Number(event.button) > 0) return
    if (event.type === 'click') rememberOpener()
    for (const node of event.composedPath()) {
      // A form may have a field named `getAttribute`, so call the method of the prototype.
      const opened =
        node instanceof Element && Element.prototype.getAttribute.call(node, 'data-consent-open')
      if (typeof opened !== 'string') continue
      if (event.type !== 'click') return onIntent((opened as Part) || 'preferences')
      rememberOpener(node)
      if (opened === 'guide') consent.openGuide()
      else consent.openPreferences()
      return event.preventDefault()
    }
  }
  const disposes = EVENTS.map(type => listen(type, onEvent, true))
  return () => {
    for (const dispose of disposes) dispose()
  }
}

/**
 * Marks the page's elements with `data-consent-open` as busy while the settings are loading: sets
 * `aria-busy`. With `false`, removes the attribute.
 */
export const markOpeners = (isBusy: boolean): void => {
  for (const opener of findAll('[data-consent-open]')) opener.ariaBusy = isBusy ? 'true' : null
}
