import { test as base } from './visitor.ts'

export interface Media {
  readonly colorScheme?: 'dark' | 'light'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly forcedColors?: 'active'
}

/** The preferences as settings of Firefox, whose driver cannot emulate media features. */
const prefsOf = ({ colorScheme, reducedMotion, forcedColors }: Media) => ({
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
  'browser.display.document_color_use': forcedColors ? 2 : 1,
})

/** `test` with a page in a separate browser with the visitor's preferences. */
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
