import { vi } from 'vitest'

export const settle = (): Promise<unknown> =>
  vi.isFakeTimers()
    ? vi.advanceTimersByTimeAsync(0)
    : new Promise(resolve => {
        setTimeout(resolve)
      })
