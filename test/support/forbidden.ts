import { expect, test } from '@playwright/test'

/**
 * Asserts that a list of forbidden things is empty, such as requests before a grant or cookies
 * after a withdrawal. If the list is not empty, the test gets the annotation `forbidden`, and `npm
 * test` counts the test as failed even if its retry passes.
 *
 * @param what Names the things in the failure message.
 */
export const forbid = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0)
    test.info().annotations.push({
      type: 'forbidden',
      description: `${what}: ${found.map(String).join(', ')}`,
    })
  expect(found, what).toEqual([])
}
