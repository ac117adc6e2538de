/** Loads on demand, see `lazy`. */
export interface Lazy {
  /**
   * Loads, unless the last call had the same key, and passes what was loaded to `start`.
   *
   * @param key What to load, such as a language.
   * @returns The result of `start`; `undefined` after a failure, or if the load is outdated.
   */
  <Loaded, Result>(
    key: unknown,
    load: () => Promise<Loaded>,
    start: (loaded: Loaded) => Result,
  ): Promise<Result | undefined>
  /** Makes an unfinished load outdated. The next call loads again, even with the same key. */
  (): void
}

/**
 * Creates a function that loads on demand: once while the key stays the same. A new key makes an
 * unfinished load outdated. After a failure, the same key loads again only after a call with
 * another key or without one.
 *
 * @param fail Gets the error of `load` or `start`, unless the load is outdated.
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
