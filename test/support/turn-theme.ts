import type { Page } from '@playwright/test'

/** Turns a page that is there to light or dark, as a switch of the page does. */
export const turnTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate(theme => {
    document.documentElement.style.colorScheme = theme
  }, theme)
