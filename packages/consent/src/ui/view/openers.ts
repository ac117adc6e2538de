import type { AnyConsent } from '../../core/index.ts'
import { findAll, listen } from '../../shared/platform.ts'
import type { Part } from '../later-parts/part-props.ts'
import { rememberOpener } from './ask-plainly.ts'

/**
 * Opens the preferences on a plain click on an element with `data-consent-open`, or the browser
 * guide if the attribute's value is `guide`. Calls `onIntent` when the visitor points at or focuses
 * an element with this attribute. Returns dispose functions.
 */
export const startOpenLinks = (
  consent: AnyConsent,
  onIntent: (part: Part) => void,
): readonly (() => void)[] => {
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
  // In the capture phase, without stopping the event: a client router that also handles the click
  // then sees that its default is prevented, and does not leave the page. See
  // https://github.com/vuejs/router/blob/v4.6.3/packages/router/src/RouterLink.ts
  return ['click', 'focusin', 'pointerover'].map(type => listen(type, onEvent, true))
}

/** Sets or removes `aria-busy` of the page's elements with `data-consent-open`. */
export const markOpeners = (isBusy: boolean): void => {
  for (const opener of findAll('[data-consent-open]')) opener.ariaBusy = isBusy ? 'true' : null
}
