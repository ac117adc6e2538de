import { callIn } from '../shared/call-in.ts'
import { quietly } from '../shared/quietly.ts'

interface Target {
  addEventListener?(type: string, run: (event: PageEvent) => void): void
  removeEventListener?(type: string, run: (event: PageEvent) => void): void
}

interface PageEvent {
  /** What has changed in `localStorage`; `null` when all of it has gone. */
  readonly key?: string | null
}

interface Page extends Target {
  readonly document?: Target & { readonly prerendering?: boolean }
  readonly cookieStore?: Target
}

/**
 * Says whether the page is only being prepared: nobody has opened it, and perhaps nobody will.
 *
 * @see https://wicg.github.io/nav-speculation/prerendering.html
 */
export const isPrerendered = (): boolean =>
  quietly(() => (globalThis as Page).document?.prerendering) === true

/**
 * Calls back whenever the circumstances may have changed: on a restore from the back/forward cache,
 * on the return to a tab, when a prepared page is opened, and at once where the browser tells of
 * cookies, or of what another page of this origin has stored.
 *
 * @param key Of what pages store in `localStorage` with each change.
 * @returns The undo.
 */
export const onReturn = (run: () => void, key: string): (() => void) => {
  const onEvent = (event: PageEvent) => {
    const changed = quietly(() => event.key)
    if ((changed ?? key) !== key) return
    run()
    // Firefox may tell of what was stored before it has the cookie that was written first.
    if (changed !== undefined) callIn(1, run)
  }
  const page = globalThis as Page
  const events = [
    [() => page, 'pageshow'],
    [() => page, 'storage'],
    [() => page.document, 'visibilitychange'],
    [() => page.document, 'prerenderingchange'],
    [() => page.cookieStore, 'change'],
  ] as const
  const each = (method: keyof Target) => {
    for (const [targetOf, type] of events)
      quietly(() => {
        const target = targetOf()
        // An element of that name may stand for it.
        if (typeof target?.[method] === 'function') target[method](type, onEvent)
      })
  }
  each('addEventListener')
  return () => each('removeEventListener')
}
