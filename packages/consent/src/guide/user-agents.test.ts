import { expect, test } from 'vitest'
import { detectBrowser } from './detect-browser.ts'
import sets from './user-agents.json'

/** Every string of every set with the browser that the set says it is, in our ids. */
const labelled = sets.flatMap(({ strings }) =>
  Object.entries(strings).flatMap(([browser, list]) =>
    (list as string[]).map(userAgent => ({ browser, userAgent })),
  ),
)

test('says what the authors of public lists say of at least 98 in 100 of their strings', () => {
  const right = labelled.filter(
    ({ browser, userAgent }) => detectBrowser({ userAgent }) === browser,
  )
  expect(labelled.length).toBeGreaterThan(1000)
  expect(right.length / labelled.length).toBeGreaterThanOrEqual(0.98)
})

test('no string is counted twice', () => {
  expect(new Set(labelled.map(({ userAgent }) => userAgent)).size).toBe(labelled.length)
})

test('every list says whose it is and under which licence', () => {
  for (const { package: name, version, licence } of sets) {
    expect(name).toMatch(/^[\w-]+$/)
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(licence).toMatch(/^(MIT|Apache-2\.0)$/)
  }
})
