import { expect, test } from '@playwright/test'

/**
 * Asserts that a list of forbidden things is empty: requests before a grant, cookies after a withdrawal.
 * Where it is not, the test gets the annotation `forbidden`, and `npm test` counts it as failed even if
 * its retry passes.
 *
 * @param what Names the things, for the failure message.
 */
export const forbid = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0)
    test.info().annotations.push({
      type: 'forbidden',
      description: `${what}: ${found.map(String).join(', ')}`,
    })
  expect(found, what).toEqual([])
}
