import { vi } from 'vitest'

/** Waits until all pending promises have settled, with a real or a fake clock. */
export const settle = (): Promise<unknown> =>
  vi.isFakeTimers()
    ? vi.advanceTimersByTimeAsync(0)
    : new Promise(resolve => {
        setTimeout(resolve)
      })
