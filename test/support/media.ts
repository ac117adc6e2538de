import { test as base } from '@playwright/test'

/** What a visitor has asked of the browser, or of the system. */
export interface Media {
  readonly colorScheme?: 'dark' | 'light'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly forcedColors?: 'active'
}

/** The same as preferences of Debian's Firefox, which knows no emulation. */
const prefsOf = ({ colorScheme, reducedMotion, forcedColors }: Media) => ({
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
  'browser.display.document_color_use': forcedColors ? 2 : 1,
})

/** Tests with the page of a visitor with `media`, in a browser of its own. */
export const test = base.extend<{ media: Media }>({
  media: [{}, { option: true }],
  page: async ({ playwright, browserName, media }, use) => {
    const isFirefox = browserName === 'firefox'
    const browser = await playwright[browserName].launch(
      isFirefox ? { firefoxUserPrefs: prefsOf(media) } : {},
    )
    await use(await browser.newPage(isFirefox ? {} : media))
    await browser.close()
  },
})
