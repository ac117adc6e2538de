import type { Page } from '@playwright/test'

export const turnTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate(theme => {
    document.documentElement.style.colorScheme = theme
  }, theme)
