import { expect, type Locator, type Page, test } from '@playwright/test'
import { Keys } from '../support/keys.ts'
import { LAYERS } from '../support/layers.ts'
import { addMeasure } from '../support/measure.ts'
import { visitPortal } from '../support/visit-portal.ts'

// Each stop is a key and a look: on a busy machine that takes its time.
test.slow()

const WINDOWS = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
]

/** A page full of what can have the focus: in the corners, across, one below the other. */
const CONTENT = `<style>
  body{margin:0} main{display:grid;gap:90px;padding:8px}
  .row{display:flex;justify-content:space-between;align-items:end}
  .wide{width:100%;height:120px}
</style><main>${Array.from(
  { length: 5 },
  (_, row) => `<div class="row"><a href="#">left ${row}</a><button>middle ${row}</button>
    <input aria-label="right ${row}" size="4"></div><button class="wide">wide ${row}</button>`,
).join('')}</main>`

const withContent = (html: string) =>
  html
    .replace(/ *<link rel="stylesheet"[^>]*>/, '')
    .replace(/<body>[\s\S]*<\/body>/, `<body>${CONTENT}</body>`)

/** Whether some part of what has the focus can be hit, in the window and in all that scrolls. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = window.measure.focused()
    const { left, top, right, bottom } = focused.getBoundingClientRect()
    const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)]
    const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
    const root = focused.getRootNode() as Document | ShadowRoot
    for (const across of [0.1, 0.3, 0.5, 0.7, 0.9])
      for (const down of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const hit = root.elementFromPoint(
          fromX + across * (toX - fromX),
          fromY + down * (toY - fromY),
        )
        if (hit && (focused.contains(hit) || hit.contains(focused)) && toX > fromX && toY > fromY)
          return true
      }
    return false
  })

/** Goes from stop to stop, and sees each. */
const walk = async (page: Page, from: Locator, to: Locator, key: 'Tab' | 'Shift+Tab') => {
  const keys = new Keys(page)
  await addMeasure(page)
  await from.focus()
  await keys.goTo(to, key, async place => {
    await expect.poll(() => isSeen(page), place).toBe(true)
  })
}

/** What stands over the page, by the attributes of the script tag. */
const OVER = {
  'the bar': '',
  'the card on the left': 'data-position="left"',
  'the card on the right': 'data-position="right"',
  'the settings button': 'data-button="right"',
}

for (const [name, attributes] of Object.entries(OVER))
  for (const viewport of WINDOWS)
    test(`nothing that has the focus is hidden under ${name}: ${viewport.width}x${viewport.height} [38]`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      const view = await visitPortal(page, { attributes, page: withContent })
      if (name === 'the settings button') await view.rejectAll.click()
      await expect(page.locator('spaceone-consent :is(#banner, #settings)')).toBeVisible()
      const stops = page.locator('main :is(a, button, input)')
      await walk(page, stops.first(), stops.last(), 'Tab')
      await walk(page, stops.last(), stops.first(), 'Shift+Tab')
    })

/** Our own layers that scroll: the first and the last stop of each. */
const SCROLLING = {
  'banner with its details open': ['a', '#accept-all'],
  'preferences with all details open': ['#close', '#save'],
  guide: ['#back', '.guide a >> nth=-1'],
} as const

for (const [name, [first, last]] of Object.entries(SCROLLING))
  for (const viewport of [...WINDOWS, { width: 320, height: 256 }])
    test(`nothing that has the focus is hidden in the ${name}: ${viewport.width}x${viewport.height} [38]`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      const layer = await LAYERS[name as keyof typeof SCROLLING](page, {})
      // One with everything that the guide can show.
      if (name === 'guide') await layer.locator('#browser').selectOption('firefox')
      await walk(page, layer.locator(first).first(), layer.locator(last), 'Tab')
      await walk(page, layer.locator(last), layer.locator(first).first(), 'Shift+Tab')
    })
