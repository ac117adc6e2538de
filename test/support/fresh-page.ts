import nodeConsole from 'node:console'
import { beforeEach, vi } from 'vitest'

// happy-dom logs each iframe that it does not load to Node's own console. Vitest's console shows
// what a test logs only if the test fails.
nodeConsole.error = console.error

// In unit tests no frame is waited for: services start within the call that grants. A test of the
// real order calls `vi.unmock`.
vi.mock('../../packages/consent/src/shared/timers.ts', async importOriginal => ({
  ...(await importOriginal<object>()),
  afterNextFrame: async (run: () => unknown) => run(),
}))

// Each unit test begins with the real clock, and with nothing stored in a simulated browser.
beforeEach(() => {
  vi.useRealTimers()
  if (typeof document === 'undefined') return
  localStorage.clear()
  sessionStorage.clear()
  for (const pair of document.cookie.split('; '))
    document.cookie = `${pair.split('=')[0]}=; path=/; max-age=-1`
})
