import { quietly } from '../../shared/errors.ts'
import { listen } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import { secondsUntilReread } from '../record/read-record.ts'
import type { ConsentState } from './state.ts'

/** Says whether the browser is prerendering the page, which the visitor may never open. */
export const isPrerendered = (): boolean =>
  (globalThis.document as { readonly prerendering?: boolean } | undefined)?.prerendering === true

/**
 * Calls a function when the record or the browser's signals may have changed: when the page is
 * restored, shown or hidden, when a cookie changes (in a browser without cookie events, when
 * another page changes `key`), and at the time of `secondsUntilReread`.
 *
 * @param key The key of the history in `localStorage`.
 * @param addDispose Registers a function that removes a listener.
 * @returns A function that takes the new state and sets the time of the next timed call. For
 *   `undefined`, or a state that is not `decided`, the function only cancels the timed call.
 */
export const followPage = (
  refresh: () => void,
  key: string,
  now: () => number,
  addDispose: (run: () => void) => void,
): ((state: ConsentState<string> | undefined) => void) => {
  let cancel = () => {}
  const onEvent = (event: Event & Partial<StorageEvent>) => {
    // `null` if `localStorage` was cleared.
    const { key: changed } = event
    if ((changed ?? key) !== key) return
    refresh()
    // In Firefox the `storage` event can arrive before the new cookie, which is written first.
    if (changed !== undefined) callIn(1, refresh)
  }
  const addListener = (type: string, target?: EventTarget) =>
    addDispose(listen(type, onEvent, false, target))
  addListener('pageshow', globalThis)
  addListener('visibilitychange')
  addListener('prerenderingchange')
  // A `storage` listener costs 7 ms on a slow phone, and cookie events report the same decisions.
  // Without `CookieStore`, `window.cookieStore` may be an element with this id.
  const store = quietly(() => globalThis.CookieStore && globalThis.cookieStore)
  if (store) addListener('change', store)
  else addListener('storage', globalThis)
  return state => {
    cancel()
    if (state?.record && state.status === 'decided')
      cancel = callIn(secondsUntilReread(state.record, now()), refresh)
  }
}
