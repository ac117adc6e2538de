import type { AnyConsent } from '@spaceone/consent-core'

/**
 * Makes every element with `data-consent-open` a way back in, also one that is added later; with the
 * value `guide` it opens the browser's guide.
 *
 * @returns The undo.
 */
export const startOpenLinks = (consent: AnyConsent): (() => void) => {
  const open = (event: MouseEvent) => {
    // With a key held down a link is to open elsewhere; its address explains the cookies then.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    for (const node of event.composedPath()) {
      const opened = (node as Element).getAttribute?.('data-consent-open')
      if (typeof opened !== 'string') continue
      event.preventDefault()
      return opened === 'guide' ? consent.openGuide() : consent.openPreferences()
    }
  }
  document.addEventListener('click', open)
  return () => document.removeEventListener('click', open)
}
