import type { Page } from '@playwright/test'
import { OURS } from './ours.ts'

/**
 * Turns a page that is there to light or dark: as the system does where the browser can be told so,
 * else as the page's own choice does, which has the same colours. Debian's Firefox cannot be told.
 */
export const turnTheme = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  if (page.context().browser()?.browserType().name() === 'chromium')
    return page.emulateMedia({ colorScheme: theme })
  await page.locator(OURS.join()).evaluateAll((hosts, theme) => {
    for (const { shadowRoot } of hosts) {
      const container = shadowRoot?.querySelector('div')
      container?.classList.remove('light', 'dark')
      container?.classList.add(theme)
    }
  }, theme)
}
