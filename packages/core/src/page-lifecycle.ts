interface Target {
  addEventListener?(type: string, run: () => void): void
  removeEventListener?(type: string, run: () => void): void
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
export const isPrerendered = (): boolean => (globalThis as Page).document?.prerendering === true

/**
 * Calls back whenever the circumstances may have changed: on a restore from the back/forward cache,
 * on the return to a tab, when a prepared page is opened, and at once where the browser tells of
 * cookies.
 *
 * @returns The undo.
 */
export const onReturn = (run: () => void): (() => void) => {
  const page = globalThis as Page
  const events = [
    [page, 'pageshow'],
    [page.document, 'visibilitychange'],
    [page.document, 'prerenderingchange'],
    [page.cookieStore, 'change'],
  ] as const
  const each = (method: keyof Target) => {
    for (const [target, type] of events) target?.[method]?.(type, run)
  }
  each('addEventListener')
  return () => each('removeEventListener')
}
