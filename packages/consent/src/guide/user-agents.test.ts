import { expect, test } from 'vitest'
import { detectBrowser } from './detect-browser.ts'
import sets from './user-agents.json'

/** Each user agent of the public lists, with the SDK's id of the browser that the list names. */
const labelled = sets.flatMap(({ strings }) =>
  Object.entries(strings).flatMap(([browser, list]) =>
    (list as string[]).map(userAgent => ({ browser, userAgent })),
  ),
)

test('detectBrowser agrees with public lists on at least 98 in 100 of their user agents', () => {
  const right = labelled.filter(
    ({ browser, userAgent }) => detectBrowser({ userAgent }) === browser,
  )
  expect(labelled.length).toBeGreaterThan(1000)
  expect(right.length / labelled.length).toBeGreaterThanOrEqual(0.98)
})
