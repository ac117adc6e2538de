import { expect, test } from 'vitest'
import { detectVersion } from './detect-browser.ts'

test.each([
  [26, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) Version/26.1 Safari/604.1'],
  [17, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.4.1 Safari/605.1.15'],
  [undefined, 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36'],
  [undefined, ''],
])('reads %s', (version, userAgent) => {
  expect(detectVersion({ userAgent })).toBe(version)
})
