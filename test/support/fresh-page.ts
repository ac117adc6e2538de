import { beforeEach, vi } from 'vitest'

// Each unit test begins with the real clock, and with nothing stored in a simulated browser.
beforeEach(() => {
  vi.useRealTimers()
  if (typeof document === 'undefined') return
  localStorage.clear()
  for (const pair of document.cookie.split('; '))
    document.cookie = `${pair.split('=')[0]}=; path=/; max-age=-1`
})
