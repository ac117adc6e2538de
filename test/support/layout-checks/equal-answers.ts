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

/** Returns the computed styles and the measures in which the answers differ. */
const compareAnswers = (elements: Element[]) => {
  const [reject, accept] = elements as [Element, Element]
  const [one, other] = [getComputedStyle(reject), getComputedStyle(accept)]
  const boxes = [reject, accept].map(element => element.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ]
  // Rounding can cause a difference of a pixel.
  const isClose = (one: number, other: number) => Math.abs(one - other) <= 1
  const isSame = (one: string, other: string) =>
    one === other ||
    // Properties that are sizes or depend on sizes, such as `transform-origin`, may differ by a
    // pixel, because the buttons have different texts.
    (/^[\d. px]+$/.test(one + other) &&
      one
        .split(' ')
        .every((part, at) =>
          isClose(Number.parseFloat(part), Number.parseFloat(other.split(' ')[at] ?? '')),
        ))
  return {
    properties: one.length,
    areSiblings: reject.parentElement === accept.parentElement,
    differing: [...one].filter(
      name => !isSame(one.getPropertyValue(name), other.getPropertyValue(name)),
    ),
    moved: (['width', 'height', 'top'] as const).filter(
      name => !isClose(boxes[0][name], boxes[1][name]),
    ),
  }
}
