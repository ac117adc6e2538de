/**
 * Waits for a result, but not longer than a limit.
 *
 * @param limit Milliseconds.
 * @returns `undefined` after the limit. Rejects as the promise does before it.
 */
export const within = async <T>(limit: number, promise: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, limit, undefined)
  })
  // A rejection after the limit interests nobody.
  promise.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
