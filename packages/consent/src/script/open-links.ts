import type { AnyConsent } from '../core/index.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { followGate } from '../ui/index.ts'

/**
 * Makes every element with `data-consent-open` a way back in, also one that is added later; with the
 * value `guide` it opens the browser's guide.
 *
 * @param current Gives the consent of the page at the moment. Where there is none, a link leads to its
 *   address.
 * @returns The undo.
 */
export const startOpenLinks = (current: () => AnyConsent | undefined): (() => void) => {
  const onClick = (event: MouseEvent) =>
    quietly(() => {
      // With a key held down a link is to open elsewhere; its address explains the cookies then.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
      for (const node of event.composedPath()) {
        // By the prototype: a form around a link may have a field of that name.
        const opened =
          node instanceof Element && Element.prototype.getAttribute.call(node, 'data-consent-open')
        if (typeof opened !== 'string') continue
        const consent = current()
        if (!consent) return
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
