import type { AnyConsent } from '@spaceone/consent-core'

/**
 * Makes every element with `data-consent-open` a way back in, also one that is added later.
 *
 * @returns The undo.
 */
export const startOpenLinks = (consent: AnyConsent): (() => void) => {
  const open = (event: MouseEvent) => {
    // With a key held down a link is to open elsewhere; its address explains the cookies then.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    const isOpener = event
      .composedPath()
      .some(node => (node as Element).hasAttribute?.('data-consent-open'))
    if (!isOpener) return
    event.preventDefault()
    consent.openPreferences()
  }
  document.addEventListener('click', open)
  return () => document.removeEventListener('click', open)
}
