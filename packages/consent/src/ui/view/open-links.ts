import type { AnyConsent } from '../../core/index.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { followGate } from './watch-page.ts'

/**
 * Opens the preferences on a click on an element with `data-consent-open`, and the browser guide where the
 * value is `guide`. One listener on the document also covers elements that the page adds later.
 *
 * @returns Removes the listener, so that links lead to their address again.
 */
export const startOpenLinks = (consent: AnyConsent): (() => void) => {
  const onClick = (event: MouseEvent) =>
    quietly(() => {
      // With Ctrl, Meta or Shift pressed the browser opens the link's address in another tab or window.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
      for (const node of event.composedPath()) {
        // A form may have a field named `getAttribute`, so call the method of the prototype.
        const opened =
          node instanceof Element && Element.prototype.getAttribute.call(node, 'data-consent-open')
        if (typeof opened !== 'string') continue
        if (opened === 'guide') consent.openGuide()
        else consent.openPreferences()
        event.preventDefault()
        return
      }
    })
  const listen = () => ownDocument.addEventListener('click', onClick)
  const unfollow = followGate(listen)
  listen()
  return () => {
    unfollow()
    ownDocument.removeEventListener('click', onClick)
  }
}
