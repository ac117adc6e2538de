import { callIn } from '../../shared/call-in.ts'
import { quietly } from '../../shared/quietly.ts'

interface Target {
  addEventListener?(type: string, run: (event: PageEvent) => void): void
  removeEventListener?(type: string, run: (event: PageEvent) => void): void
}

interface PageEvent {
  /** Of a `storage` event: the changed key; `null` when `localStorage` was cleared. */
  readonly key?: string | null
}

interface Page extends Target {
  readonly document?: Target & { readonly prerendering?: boolean }
  readonly cookieStore?: Target
  readonly CookieStore?: unknown
}

/** Says whether the browser is prerendering the page, which the visitor may never open. */
export const isPrerendered = (): boolean =>
  quietly(() => (globalThis as Page).document?.prerendering) === true

/**
 * Calls a function whenever the record or the browser's signals may have changed: after a restore
 * from the back/forward cache, on the return to a tab, when a prerendered page is opened, and when
 * another page of the site has changed cookies or, in some browsers, `localStorage`.
 *
 * @param key The key of `localStorage` that pages write with each decision.
 * @returns Removes the listeners.
 */
export const onReturn = (run: () => void, key: string): (() => void) => {
  const onEvent = (event: PageEvent) => {
    const changed = quietly(() => event.key)
    if ((changed ?? key) !== key) return
    run()
    // In Firefox the `storage` event can arrive before the cookie that was written earlier.
    if (changed !== undefined) callIn(1, run)
  }
  const page = globalThis as Page
  // Where the browser has no `cookieStore`, an element with this id would be found in its place.
  const store = quietly(() => page.CookieStore && page.cookieStore)
  const document = quietly(() => page.document)
  const events: readonly (readonly [Target | undefined, string])[] = [
    [page, 'pageshow'],
    [document, 'visibilitychange'],
    [document, 'prerenderingchange'],
    // A `storage` listener costs 7 ms on a slow phone, and cookie events already report every
    // decision.
    store ? [store, 'change'] : [page, 'storage'],
  ]
  const each = (method: keyof Target) => {
    // An element named `addEventListener` hides the method of the document.
    for (const [target, type] of events) quietly(() => target?.[method]?.(type, onEvent))
  }
  each('addEventListener')
  return () => each('removeEventListener')
}
