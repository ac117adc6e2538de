import { expect, type Locator, type Page, test } from '@playwright/test'
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

/** How much two boxes may differ by, in pixels: what rounding does. */
const ROUNDING = 1

/** Compares every property that the browser knows, and gives those that differ. */
const compare = (answers: Locator) =>
  answers.evaluateAll((elements, rounding) => {
    const [reject, accept] = elements as unknown as [Element, Element]
    const boxes = [reject, accept].map(element => element.getBoundingClientRect())
    const styles = [reject, accept].map(element => getComputedStyle(element))
    const isSame = (one = '', other = '') =>
      one === other ||
      // Sizes, and what is derived from them: `transform-origin`.
      (/^[\d. px]+$/.test(one + other) &&
        one
          .split(' ')
          .every(
            (part, at) =>
              Math.abs(Number.parseFloat(part) - Number.parseFloat(other.split(' ')[at] ?? '')) <=
              rounding,
          ))
    const { backdrop, contrast } = window.measure
    return {
      properties: styles[0]?.length,
      differing: [...(styles[0] ?? [])].filter(
        name => !isSame(styles[0]?.getPropertyValue(name), styles[1]?.getPropertyValue(name)),
      ),
      width: Math.abs((boxes[0]?.width ?? 0) - (boxes[1]?.width ?? 0)) <= rounding,
      height: Math.abs((boxes[0]?.height ?? 0) - (boxes[1]?.height ?? 0)) <= rounding,
      row: Math.abs((boxes[0]?.top ?? 0) - (boxes[1]?.top ?? 0)) <= rounding,
      contrasts: [reject, accept].map(
        element =>
          Math.round(contrast(getComputedStyle(element).color, backdrop(element)) * 10) / 10,
      ),
    }
  }, ROUNDING)

for (const [place, show] of Object.entries(PLACES))
  for (const language of LANGUAGES)
    test(`refusing looks like accepting and stands beside it: ${place}, ${language}`, async ({
      page,
    }) => {
      for (const theme of ['light', 'dark']) {
        const layer = await show(page, { language, attributes: `data-theme="${theme}"` })
        const answers = layer.locator('#reject-all, #accept-all')
        await expect(answers).toHaveCount(2)
        await addMeasure(page)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 720 })
          const { properties, contrasts, ...compared } = await compare(answers)
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
