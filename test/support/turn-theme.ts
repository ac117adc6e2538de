import type { Page } from '@playwright/test'

/** Changes the theme of an open page to light or dark, as a switch on the page does. */
export const turnTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate(theme => {
    document.documentElement.style.colorScheme = theme
  }, theme)
