import { expect, type Locator } from '@playwright/test'
import { controlsOf } from './controls.ts'

/** Least size of any target in pixels, by WCAG 2.5.8. */
const LEAST = 24

/** Least size of a button in pixels: room for a finger. */
const LEAST_BUTTON = 44

/** Returns the controls that are too small to be hit. A link within a sentence has the height of its line. */
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
          const size = control.matches('button, .outline, select') ? leastOfButton : least
          // What rounding does.
          const isSmall = width + 0.5 < size || height + 0.5 < size
          return isSmall && [control.id || control.textContent, width, height]
        })
        .filter(Boolean)
    },
    [LEAST, LEAST_BUTTON] as const,
  )

/** Checks that every control of some hosts is large enough to be hit, in a narrow and in a wide window. */
export const checkTargets = async (hosts: Locator, what: string): Promise<void> => {
  const controls = controlsOf(hosts)
  expect.soft(await controls.count(), `targets: ${what}`).toBeGreaterThan(0)
  for (const width of [320, 1280]) {
    await hosts.page().setViewportSize({ width, height: 800 })
    // A placeholder follows the window a moment later.
    await expect
      .configure({ soft: true })
      .poll(() => tooSmall(controls), `targets: ${what}, ${width} pixels wide`)
      .toEqual([])
  }
}
