import type { Locator } from '@playwright/test'

/** Returns every element of some hosts that can have the focus and is shown. */
export const controlsOf = (hosts: Locator): Locator =>
  hosts.locator('button, a, summary, input, select').filter({ visible: true })
