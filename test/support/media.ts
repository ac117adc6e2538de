import { test as base } from './visitor.ts'

/** Preferences that a visitor has set in the browser or in the operating system. */
export interface Media {
  readonly colorScheme?: 'dark' | 'light'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly forcedColors?: 'active'
}

/**
 * The same preferences as settings of Debian's Firefox, whose driver cannot emulate media features.
 */
const prefsOf = ({ colorScheme, reducedMotion, forcedColors }: Media) => ({
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
  'browser.display.document_color_use': forcedColors ? 2 : 1,
})

/**
 * Playwright's `test` with a page in a separate browser, which has the visitor's `media`
 * preferences.
 */
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
