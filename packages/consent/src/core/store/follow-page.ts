import { callIn } from '../../shared/call-in.ts'
import { secondsUntilReread } from '../record/read-record.ts'
import { onReturn } from './page-lifecycle.ts'
import type { ConsentState } from './state.ts'

/**
 * Calls a function whenever the record or the browser's signals may have changed: at the events of
 * `onReturn`, a few seconds after a decision (see `secondsUntilReread`), and when the decision
 * expires.
 *
 * @param key See `onReturn`.
 * @param addDispose Registers the function that removes the listeners.
 * @returns A function that takes the new state and sets the time of the next call. With `undefined`
 *   the function cancels the next call.
 */
export const followPage = (
  refresh: () => void,
  key: string,
  now: () => number,
  addDispose: (run: () => void) => void,
): ((state: ConsentState<string> | undefined) => void) => {
  let cancel = () => {}
  addDispose(onReturn(refresh, key))
  return state => {
    cancel()
    if (state?.record && state.status === 'decided')
      cancel = callIn(secondsUntilReread(state.record, now()), refresh)
  }
}
