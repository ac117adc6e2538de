/** Said by the gate when the page has put something in. The gate has the same constant. */
const LOOK_EVENT = 'spaceone-consent-look'

/** Asks whether somebody says so; the gate answers by `preventDefault`. It has the same constant. */
const WATCH_EVENT = 'spaceone-consent-watch'

/**
 * Tells when the page has put something in. Where there is a gate it tells: to observe a page makes
 * each insertion a fifth dearer.
 *
 * @returns The undo.
 */
export const watchPage = (look: () => void): (() => void) => {
  document.addEventListener(LOOK_EVENT, look)
  document.addEventListener('DOMContentLoaded', look)
  const observer = new MutationObserver(look)
  if (document.dispatchEvent(new CustomEvent(WATCH_EVENT, { cancelable: true })))
    observer.observe(document, { childList: true, subtree: true })
  return () => {
    document.removeEventListener(LOOK_EVENT, look)
    document.removeEventListener('DOMContentLoaded', look)
    observer.disconnect()
  }
}
