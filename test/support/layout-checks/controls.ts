import type { Locator } from '@playwright/test'

/** Returns every visible, focusable element inside the given host elements. */
export const controlsOf = (hosts: Locator): Locator =>
  hosts.locator('button, a, summary, input, select').filter({ visible: true })
