import { ownDocument } from './own-document.ts'
import { quietly } from './quietly.ts'

/** Said by the gate when the page has put something in. The gate has the same constant. */
const LOOK_EVENT = 'spaceone-consent-look'

/** Asks whether somebody says so; the gate answers by `preventDefault`. It has the same constant. */
const WATCH_EVENT = 'spaceone-consent-watch'

/** Tells when something may have been put into the page; gives the undo. */
export type WatchPage = (look: () => void) => () => void

/**
 * Has the gate tell. Enough where there always is one, as on the script tag. It also tells before
 * `document.open()`, and by then all listeners are off the page: who has some puts them up again.
 */
export const followGate: WatchPage = look => {
  let isOver = false
  const listen = () => ownDocument.addEventListener(LOOK_EVENT, onLook)
  const onLook = () =>
    Promise.resolve().then(() => {
      if (isOver) return
      quietly(listen)
      quietly(look)
    })
  quietly(listen)
  return () => {
    isOver = true
    ownDocument.removeEventListener(LOOK_EVENT, onLook)
  }
}

/**
 * Has the gate tell, and looks for itself where there is none: to observe a page makes each insertion a
 * fifth dearer.
 */
export const watchPage: WatchPage = look => {
  const unfollow = followGate(look)
  let observer: MutationObserver | undefined
  quietly(() => {
    ownDocument.addEventListener('DOMContentLoaded', look)
    observer = new MutationObserver(look)
    if (ownDocument.dispatchEvent(new CustomEvent(WATCH_EVENT, { cancelable: true })))
      observer.observe(document, { childList: true, subtree: true })
  })
  return () => {
    unfollow()
    ownDocument.removeEventListener('DOMContentLoaded', look)
    observer?.disconnect()
  }
}
