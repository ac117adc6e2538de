import { expect, test } from '@playwright/test'

/** Asserts that nothing forbidden happened, else the test fails even if its retry passes. */
export const forbid = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0)
    test.info().annotations.push({
      type: 'forbidden',
      description: `${what}: ${found.map(String).join(', ')}`,
    })
  expect(found, what).toEqual([])
}
