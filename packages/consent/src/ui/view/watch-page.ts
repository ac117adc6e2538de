import { ASK_EVENT, INSERTED_EVENT } from '../../shared/events.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/** Calls `look` when the page may have inserted nodes. Returns a function that stops the calls. */
export type WatchPage = (look: () => void) => () => void

/**
 * Calls `look` at each `INSERTED_EVENT` of the gate. The script tag needs no observer, since it
 * always has a gate. The gate also dispatches the event before `document.open()`, which removes all
 * listeners. So `followGate` adds its listener again after each event, and `look` must add its own
 * listeners again.
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
 * Calls `look` at each `INSERTED_EVENT` of the gate. If the page has no gate, a `MutationObserver`
 * calls `look`. A page with a gate has no observer, because an observer makes each insertion 20 %
 * slower.
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
