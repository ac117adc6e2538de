import { expect, type Locator, type Page, test } from '@playwright/test'
import { LAYERS } from '../support/layers.ts'
import { addMeasure } from '../support/measure.ts'

/** What can have the focus. */
const STOPS = 'button, a, summary, input, select'

/** Least contrast of a focus ring with what lies around it: WCAG 1.4.11 and 2.4.13. */
const LEAST_CONTRAST = 3

/** What is to be hit: nothing is smaller than WCAG 2.5.8 asks for, a button is for a finger. */
const LEAST = { target: 24, button: 44 }

/** Every one of ours that is on the page. */
const stopsOf = (page: Page) =>
  page
    .locator('spaceone-consent, spaceone-consent-block, spaceone-consent-placeholder')
    .locator(STOPS)
    .filter({ visible: true })

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

for (const [name, show] of layers)
  for (const width of [320, 1280])
    test(`everything in reach is large enough to be hit: ${name}, ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await show(page, {})
      const stops = stopsOf(page)
      expect(await stops.count()).toBeGreaterThan(0)
      expect(await tooSmall(stops)).toEqual([])
    })

for (const [name, show] of layers)
  for (const theme of ['light', 'dark'])
    test(`the focus is seen wherever it stands: ${name}, ${theme}`, async ({ page }) => {
      await show(page, { attributes: `data-theme="${theme}"` })
      await addMeasure(page)
      // From here on the browser takes it for a visit by keyboard. A key elsewhere ends the message.
      await stopsOf(page).last().focus()
      await page.keyboard.press('ArrowUp')
      const rings = await stopsOf(page).evaluateAll(stops =>
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
        }),
      )
      expect(rings.length).toBeGreaterThan(0)
      for (const ring of rings) {
        expect(ring).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' })
        expect(ring.contrast, ring.stop ?? '').toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
    })
