import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'
import { compareAnswers } from './compare-answers.ts'

const WIDTHS = [320, 768, 1280]

/** The lowest contrast of text with its background that WCAG 1.4.3 allows. */
const LEAST_CONTRAST = 4.5

/**
 * Checks, in windows of several widths, that the button to reject looks the same as the button to
 * accept and is beside it.
 *
 * @param part A part of the interface with both buttons.
 */
export const checkEqualAnswers = async (part: Locator, what: string): Promise<void> => {
  const answers = part.locator('#reject-all, #accept-all')
  await expect(answers).toHaveCount(2)
  await addMeasure(part.page())
  // Move the mouse away, because a button under the mouse looks different.
  await part.page().mouse.move(0, 0)
  const before = part.page().viewportSize()
  for (const width of WIDTHS) {
    await part.page().setViewportSize({ width, height: 720 })
    const { properties, contrasts, ...compared } = await compareAnswers(answers)
    const place = `equal answers: ${what}, ${width} pixels wide`
    expect.soft(properties, place).toBeGreaterThan(200)
    expect.soft(compared, place).toEqual({ differing: [], width: true, height: true, row: true })
    const [reject = 0, accept = 0] = contrasts
    expect.soft(Math.min(reject, accept), place).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    expect.soft(reject, place).toBe(accept)
  }
  if (before) await part.page().setViewportSize(before)
}
