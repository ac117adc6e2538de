import { ASK_EVENT, INSERTED_EVENT } from '../../shared/events.ts'
import { dispatch, listen, observePage } from '../../shared/platform.ts'

/** Calls `look` when the page may have inserted nodes. Returns a function that stops the calls. */
export type WatchPage = (look: () => void) => () => void

/**
 * Calls `look` soon after each `INSERTED_EVENT` of the gate. The script tag needs no observer, since
 * it always has a gate.
 */
export const followGate: WatchPage = look =>
  listen(INSERTED_EVENT, () => {
    // Wait: `document.open()` empties the page just after the event.
    Promise.resolve()
      .then(look)
      .catch(() => {})
  })

/**
 * Calls `look` at each `INSERTED_EVENT` of the gate. If the page has no gate, a `MutationObserver`
 * calls `look`. A page with a gate has no observer, because an observer makes each insertion 20 %
 * slower.
 */
export const watchPage: WatchPage = look => {
  const disposes = [followGate(look), listen('DOMContentLoaded', look)]
  if (dispatch(ASK_EVENT)) disposes.push(observePage(look))
  return () => {
    for (const dispose of disposes) dispose()
  }
}
