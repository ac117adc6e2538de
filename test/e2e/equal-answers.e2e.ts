import { expect, type Locator, type Page, test } from '@playwright/test'
import { compareAnswers } from '../support/compare-answers.ts'
import type { ConsentView } from '../support/consent-view.ts'
import { addMeasure } from '../support/measure.ts'
import { LANGUAGES, type Visit, visitPortal } from '../support/visit-portal.ts'

const WIDTHS = [320, 768, 1280]

/** Where both answers stand, and how to get there. */
const PLACES: Record<string, (page: Page, visit: Visit) => Promise<Locator>> = {
  banner: async (page, visit) => (await visitPortal(page, visit)).banner,
  'banner as a card': async (page, { attributes, ...visit }) =>
    (await visitPortal(page, { ...visit, attributes: `${attributes} data-position="left"` }))
      .banner,
  preferences: async (page, visit) => {
    const view: ConsentView = await visitPortal(page, visit)
    await view.openPreferences.click()
    return view.preferences
  },
  'a block of a page': async (page, visit) => {
    await visitPortal(page, { ...visit, path: 'privacy.html' })
    return page.locator('[data-consent-preferences] spaceone-consent-block')
  },
}

for (const [place, show] of Object.entries(PLACES))
  for (const language of LANGUAGES)
    test(`refusing looks like accepting and stands beside it: ${place}, ${language} [7, 8]`, async ({
      page,
    }) => {
      for (const theme of ['light', 'dark']) {
        const layer = await show(page, { language, attributes: `data-theme="${theme}"` })
        const answers = layer.locator('#reject-all, #accept-all')
        await expect(answers).toHaveCount(2)
        await addMeasure(page)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 720 })
          const { properties, contrasts, ...compared } = await compareAnswers(answers)
          expect(properties).toBeGreaterThan(200)
          expect(compared, `${theme}, ${width}`).toEqual({
            differing: [],
            width: true,
            height: true,
            row: true,
          })
          const [reject = 0, accept = 0] = contrasts
          expect(Math.min(reject, accept), `${theme}, ${width}`).toBeGreaterThanOrEqual(4.5)
          expect(reject).toBe(accept)
        }
      }
    })
