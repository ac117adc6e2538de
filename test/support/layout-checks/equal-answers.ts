import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'
import { compareAnswers } from './compare-answers.ts'

const WIDTHS = [320, 768, 1280]

/** Least contrast of text with its background: WCAG 1.4.3. */
const LEAST_CONTRAST = 4.5

/**
 * Checks that refusing looks like accepting, and stands beside it in windows of several widths.
 *
 * @param layer One that has both answers.
 */
export const checkEqualAnswers = async (layer: Locator, what: string): Promise<void> => {
  const answers = layer.locator('#reject-all, #accept-all')
  await expect(answers).toHaveCount(2)
  await addMeasure(layer.page())
  // A mouse over an answer would change its look.
  await layer.page().mouse.move(0, 0)
  const before = layer.page().viewportSize()
  for (const width of WIDTHS) {
    await layer.page().setViewportSize({ width, height: 720 })
    const { properties, contrasts, ...compared } = await compareAnswers(answers)
    const place = `equal answers: ${what}, ${width} pixels wide`
    expect.soft(properties, place).toBeGreaterThan(200)
    expect.soft(compared, place).toEqual({ differing: [], width: true, height: true, row: true })
    const [reject = 0, accept = 0] = contrasts
    expect.soft(Math.min(reject, accept), place).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    expect.soft(reject, place).toBe(accept)
  }
  if (before) await layer.page().setViewportSize(before)
}
