/**
 * Waits for a result, but not longer than a limit.
 *
 * @param limit The limit in milliseconds.
 * @returns The result; `undefined` after the limit. Rejects if the promise rejects before the
 *   limit.
 */
export const within = async <T>(limit: number, promise: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, limit, undefined)
  })
  // Ignores a rejection after the limit.
  promise.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
