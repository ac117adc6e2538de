/** Loads something late, see `lazy`. */
export interface Lazy {
  /** Resolves with the result of `start`; with `undefined` after a failure, or if outdated. */
  <Loaded, Result>(
    key: unknown,
    load: () => Promise<Loaded>,
    start: (loaded: Loaded) => Result,
  ): Promise<Result | undefined>
  /** Drops what is loading. The next call loads again, even with the same key. */
  (): void
}

/**
 * Creates a function that loads something late: once while the key stays the same, and the latest
 * key alone. What has failed is loaded again only for another key, or after a call without a key.
 */
export const lazy = (fail: (error: unknown) => void): Lazy => {
  let wanted: unknown
  let loading: Promise<unknown> | undefined
  return ((key: unknown, load?: () => Promise<unknown>, start?: (loaded: unknown) => unknown) => {
    if (key !== wanted) {
      wanted = key
      const current: Promise<unknown> | undefined = load?.()
        .then(loaded => (loading === current ? start?.(loaded) : undefined))
        .catch(error => {
          if (loading === current) fail(error)
        })
      loading = current
    }
    return loading
  }) as Lazy
}
