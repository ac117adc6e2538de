import type { Acts } from '../visit.ts'

/** Scrolls down by up to 20,000 pixels, waits, and scrolls back. */
export const scroll: Acts = async ({ page, wait }) => {
  await page.mouse.wheel(0, 20_000)
  await wait()
  await page.mouse.wheel(0, -20_000)
}

/** Moves the mouse to two places of the window. */
export const moveMouse: Acts = async ({ page }) => {
  await page.mouse.move(80, 120)
  await page.mouse.move(300, 260, { steps: 8 })
}

/** Clicks a place in the window where the audit sees no control, if there is such a place. */
export const clickNowhere: Acts = async ({ page }) => {
  const place = await page.evaluate(() => {
    for (let y = 5; y < innerHeight; y += 20)
      for (let x = 5; x < innerWidth; x += 40) {
        const element = document.elementFromPoint(x, y)
        const isControl = element?.closest(
          'a, button, input, select, textarea, label, summary, iframe, video, audio, [role], [onclick], [tabindex]',
        )
        if (element && !isControl && !element.shadowRoot) return { x, y }
      }
    return undefined
  })
  if (place) await page.mouse.click(place.x, place.y)
}
