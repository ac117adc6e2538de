import { expect, test } from '@playwright/test'

/**
 * Asserts that a list of forbidden things is empty, such as requests before a grant or cookies
 * after a withdrawal. If the list is not empty, marks the test with the annotation `forbidden`.
 * `npm test` counts such a test as failed even if its second run passes.
 *
 * @param what The name of the things, for the failure message.
 */
export const forbid = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0)
    test.info().annotations.push({
      type: 'forbidden',
      description: `${what}: ${found.map(String).join(', ')}`,
    })
  expect(found, what).toEqual([])
}
