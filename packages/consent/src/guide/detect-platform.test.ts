import { expect, test } from 'vitest'
import { detectPlatform } from './detect-browser.ts'

test.each([
  ['desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 10],
  ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0],
  ['ios', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5],
  ['ios', 'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X)', 5],
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X)', 5],
  ['android', 'Mozilla/5.0 (Linux; Android 13; HiPad X Pro)', 5],
  ['android', 'Mozilla/5.0 (Linux; U; Android 14; zh-cn; MiPad 6)', 5],
  ['desktop', '', 0],
])('returns %s for %s with %i touch points', (platform, userAgent, maxTouchPoints) => {
  expect(detectPlatform({ userAgent, maxTouchPoints })).toBe(platform)
})

test('returns android by the platform when an Android browser requests desktop pages', () => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64)'
  expect(detectPlatform({ userAgent, userAgentData: { platform: 'Android' } })).toBe('android')
})
