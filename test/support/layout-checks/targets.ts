import { expect, type Locator } from '@playwright/test'

/** The smallest size of any target that WCAG 2.5.8 allows, in pixels. */
const LEAST = 24

/** The smallest size of a button or list in pixels, unless it looks like a link. */
const LEAST_BUTTON = 44

/** Returns the controls that are too small, without links inside a sentence. */
const tooSmall = (controls: Locator) =>
  controls.evaluateAll(
    (controls, [least, leastOfButton]) => {
      const isInSentence = (control: Element) =>
        control.localName === 'a' &&
        [...(control.parentElement?.childNodes ?? [])].some(
          node => node instanceof Text && node.data.trim(),
        )
      return controls
        .filter(control => !isInSentence(control))
        .map(control => {
          const { width, height } = control.getBoundingClientRect()
          const size = control.matches('button:not(.text > *), .outline, select')
            ? leastOfButton
            : least
          // Allow half a pixel for rounding.
          const isSmall = width + 0.5 < size || height + 0.5 < size
          return isSmall && [control.id || control.textContent, width, height]
        })
        .filter(Boolean)
    },
    [LEAST, LEAST_BUTTON] as const,
  )

/** Checks that every control is large enough, in a narrow and in a wide window. */
export const checkTargets = async (hosts: Locator, what: string): Promise<void> => {
  const controls = hosts.locator('button, a, summary, input, select').filter({ visible: true })
  expect.soft(await controls.count(), `targets: ${what}`).toBeGreaterThan(0)
  for (const width of [320, 1280]) {
    await hosts.page().setViewportSize({ width, height: 800 })
    // Poll: a placeholder follows the size of the window a moment later.
    await expect
      .configure({ soft: true })
      .poll(() => tooSmall(controls), `targets: ${what}, ${width} pixels wide`)
      .toEqual([])
  }
}
