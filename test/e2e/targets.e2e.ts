import { expect, type Locator, type Page, test } from '@playwright/test'
import { LAYERS } from '../support/layers.ts'
import { addMeasure } from '../support/measure.ts'
import { OURS } from '../support/ours.ts'
import { turnTheme } from '../support/turn-theme.ts'

/** What can have the focus. */
const STOPS = 'button, a, summary, input, select'

/** Least contrast of a focus ring with what lies around it: WCAG 1.4.11 and 2.4.13. */
const LEAST_CONTRAST = 3

/** What is to be hit: nothing is smaller than WCAG 2.5.8 asks for, a button is for a finger. */
const LEAST = { target: 24, button: 44 }

/** Every one of ours that is on the page. */
const stopsOf = (page: Page) => page.locator(OURS.join()).locator(STOPS).filter({ visible: true })

/** Gives what is too small to be hit. A link within a sentence has the height of its line. */
const tooSmall = (stops: Locator) =>
  stops.evaluateAll((stops, least) => {
    const isInSentence = (stop: Element) =>
      stop.localName === 'a' &&
      [...(stop.parentElement?.childNodes ?? [])].some(
        node => node instanceof Text && node.data.trim(),
      )
    return stops
      .filter(stop => !isInSentence(stop))
      .map(stop => {
        const { width, height } = stop.getBoundingClientRect()
        const isButton = stop.matches('button, .outline, select')
        const wanted = isButton ? least.button : least.target
        // What rounding does.
        return (
          Math.min(width, height) + 0.5 < wanted && [stop.id || stop.textContent, width, height]
        )
      })
      .filter(Boolean)
  }, LEAST)

const layers = Object.entries(LAYERS)

for (const [name, show] of layers) {
  test(`everything in reach is large enough to be hit: ${name} [39]`, async ({ page }) => {
    await show(page, {})
    const stops = stopsOf(page)
    expect(await stops.count()).toBeGreaterThan(0)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      // A placeholder follows the window a moment later.
      await expect.poll(() => tooSmall(stops), `${width}`).toEqual([])
    }
  })

  test(`the focus is seen wherever it stands, in light and dark: ${name} [39]`, async ({
    page,
  }) => {
    await show(page, {})
    await addMeasure(page)
    // From here on the browser takes it for a visit by keyboard. A key elsewhere ends the message.
    await stopsOf(page).last().focus()
    await page.keyboard.press('ArrowUp')
    for (const theme of ['light', 'dark'] as const) {
      await turnTheme(page, theme)
      const rings = await stopsOf(page).evaluateAll(ringsOf)
      expect(rings.length).toBeGreaterThan(0)
      for (const ring of rings) {
        expect(ring, theme).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' })
        expect(ring.contrast, `${ring.stop}, ${theme}`).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
    }
  })
}

/** Runs in the page: gives each the focus, and what is drawn around it then. */
const ringsOf = (stops: Element[]) =>
  stops.map(stop => {
    const element = stop as HTMLElement
    element.blur()
    element.focus({ focusVisible: true } as FocusOptions)
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(stop)
    const { backdrop, contrast } = window.measure
    const isWithin = outlineOffset.startsWith('-')
    return {
      stop: stop.id || stop.textContent,
      outlineStyle,
      outlineWidth,
      contrast: contrast(outlineColor, backdrop(isWithin ? stop : stop.parentElement)),
    }
  })
