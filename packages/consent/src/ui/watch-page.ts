import { ASK_EVENT, INSERTED_EVENT } from '../shared/events.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'

/** Tells when something may have been put into the page; gives the undo. */
export type WatchPage = (look: () => void) => () => void

/**
 * Has the gate tell. Enough where there always is one, as on the script tag. It also tells before
 * `document.open()`, and by then all listeners are off the page: who has some puts them up again.
 */
export const followGate: WatchPage = look => {
  let isOver = false
  const listen = () => ownDocument.addEventListener(INSERTED_EVENT, onLook)
  const onLook = () =>
    Promise.resolve().then(() => {
      if (isOver) return
      quietly(listen)
      quietly(look)
    })
  quietly(listen)
  return () => {
    isOver = true
    ownDocument.removeEventListener(INSERTED_EVENT, onLook)
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
    if (ownDocument.dispatchEvent(new CustomEvent(ASK_EVENT, { cancelable: true })))
      observer.observe(document, { childList: true, subtree: true })
  })
  return () => {
    unfollow()
    ownDocument.removeEventListener('DOMContentLoaded', look)
    observer?.disconnect()
  }
}
