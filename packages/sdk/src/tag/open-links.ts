import { type AnyConsent, ownDocument } from '@spaceone/consent-core'
import { followGate } from '@spaceone/consent-ui'

/**
 * Makes every element with `data-consent-open` a way back in, also one that is added later; with the
 * value `guide` it opens the browser's guide.
 *
 * @returns The undo.
 */
export const startOpenLinks = (consent: AnyConsent): (() => void) => {
  const { getAttribute } = Element.prototype
  const open = (event: MouseEvent) => {
    // With a key held down a link is to open elsewhere; its address explains the cookies then.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    for (const node of event.composedPath()) {
      // By the prototype: a form around a link may have a field of that name.
      const opened = node instanceof Element && getAttribute.call(node, 'data-consent-open')
      if (typeof opened !== 'string') continue
      event.preventDefault()
      return opened === 'guide' ? consent.openGuide() : consent.openPreferences()
    }
  }
  const listen = () => ownDocument.addEventListener('click', open)
  const unfollow = followGate(listen)
  listen()
  return () => {
    unfollow()
    ownDocument.removeEventListener('click', open)
  }
}
