import { ASK_EVENT, INSERTED_EVENT } from '../../shared/events.ts'
import { dispatch, listen, observePage } from '../../shared/platform.ts'

/** Calls `look` when the page may have inserted nodes. Returns a function that stops the calls. */
export type WatchPage = (look: () => void) => () => void

/** Calls `look` soon after each `INSERTED_EVENT` of the gate. `consent.js` always has a gate. */
export const followGate: WatchPage = look =>
  listen(INSERTED_EVENT, () => {
    // Wait: `document.open()` empties the page just after the event.
    Promise.resolve()
      .then(look)
      .catch(() => {})
  })

/**
 * Calls `look` soon after each `INSERTED_EVENT` of the gate, and once the document is parsed. If no
 * gate answers `ASK_EVENT`, uses a `MutationObserver`, which slows insertions.
 */
export const watchPage: WatchPage = look => {
  const disposes = [followGate(look), listen('DOMContentLoaded', look)]
  if (dispatch(ASK_EVENT)) disposes.push(observePage(look))
  return () => {
    for (const dispose of disposes) dispose()
  }
}
