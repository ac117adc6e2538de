interface Target {
  addEventListener?(type: string, run: () => void): void
  removeEventListener?(type: string, run: () => void): void
}

/**
 * Calls back whenever another page may have stored something: on a restore from the back/forward
 * cache, on the return to a tab, and at once where the browser tells of cookies.
 *
 * @returns The undo.
 */
export const onReturn = (run: () => void): (() => void) => {
  const page = globalThis as Target & { document?: Target; cookieStore?: Target }
  const events = [
    [page, 'pageshow'],
    [page.document, 'visibilitychange'],
    [page.cookieStore, 'change'],
  ] as const
  const each = (method: keyof Target) => {
    for (const [target, type] of events) target?.[method]?.(type, run)
  }
  each('addEventListener')
  return () => each('removeEventListener')
}
