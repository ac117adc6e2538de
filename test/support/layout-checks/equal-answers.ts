import { expect, type Locator } from '@playwright/test'

const WIDTHS = [320, 768, 1280]

/** Checks in several windows that both answers look the same and stand side by side. */
export const checkEqualAnswers = async (part: Locator, what: string): Promise<void> => {
  const answers = part.locator('#reject-all, #accept-all')
  await expect(answers).toHaveCount(2)
  // Move the mouse away, because a button under the mouse looks different.
  await part.page().mouse.move(0, 0)
  const before = part.page().viewportSize()
  for (const width of WIDTHS) {
    await part.page().setViewportSize({ width, height: 720 })
    const { properties, ...compared } = await answers.evaluateAll(compareAnswers)
    const place = `equal answers: ${what}, ${width} pixels wide`
    expect.soft(properties, place).toBeGreaterThan(200)
    expect.soft(compared, place).toEqual({ areSiblings: true, differing: [], moved: [] })
  }
  if (before) await part.page().setViewportSize(before)
}

/** Returns the computed styles in which the answers differ, and the measures. */
const compareAnswers = (elements: Element[]) => {
  const [reject, accept] = elements as [Element, Element]
  const [one, other] = [getComputedStyle(reject), getComputedStyle(accept)]
  const [box, otherBox] = [reject.getBoundingClientRect(), accept.getBoundingClientRect()]
  // These depend on the size, which is measured: the texts may make a difference of a pixel.
  const ofSize = /^(width|height|(inline|block)-size|(perspective|transform)-origin)$/
  return {
    properties: one.length,
    areSiblings: reject.parentElement === accept.parentElement,
    differing: [...one].filter(
      name => !ofSize.test(name) && one.getPropertyValue(name) !== other.getPropertyValue(name),
    ),
    moved: (['width', 'height', 'top'] as const).filter(
      name => Math.abs(box[name] - otherBox[name]) > 1,
    ),
  }
}
