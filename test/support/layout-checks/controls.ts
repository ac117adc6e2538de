import type { Locator } from '@playwright/test'

/** Returns every visible, focusable element inside some host elements. */
export const controlsOf = (hosts: Locator): Locator =>
  hosts.locator('button, a, summary, input, select').filter({ visible: true })
