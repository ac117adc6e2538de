/** Said by the gate when the page has put something in. The gate has the same constant. */
const LOOK_EVENT = 'spaceone-consent-look'

/** Asks whether somebody says so; the gate answers by `preventDefault`. It has the same constant. */
const WATCH_EVENT = 'spaceone-consent-watch'

/** Tells when something may have been put into the page; gives the undo. */
export type WatchPage = (look: () => void) => () => void

/** Has the gate tell. Enough where there always is one, as on the script tag. */
export const followGate: WatchPage = look => {
  document.addEventListener(LOOK_EVENT, look)
  return () => document.removeEventListener(LOOK_EVENT, look)
}

/**
 * Has the gate tell, and looks for itself where there is none: to observe a page makes each insertion a
 * fifth dearer.
 */
export const watchPage: WatchPage = look => {
  const unfollow = followGate(look)
  document.addEventListener('DOMContentLoaded', look)
  const observer = new MutationObserver(look)
  if (document.dispatchEvent(new CustomEvent(WATCH_EVENT, { cancelable: true })))
    observer.observe(document, { childList: true, subtree: true })
  return () => {
    unfollow()
    document.removeEventListener('DOMContentLoaded', look)
    observer.disconnect()
  }
}
