import { expect, type Locator, type Page } from '@playwright/test'
import { lost } from '../support/layout-checks/lost.ts'
import { adapt } from '../support/layout-checks/nothing-lost.ts'
import { LANGUAGES, RICH, test, type Visitor } from '../support/visitor.ts'

// The first tests look at the banner in every window, with its details closed and open, which is
// slow on a busy machine.
test.slow()

interface Window {
  readonly name: string
  readonly width: number
  readonly height: number
  /** How much of the window's area the banner may take with closed details, in percent. */
  readonly most?: number
  /** How much of the window's area the banner may take with open details, in percent. */
  readonly mostOpen?: number
  /** Where the answers stand: below the text, or right of it. @default either */
  readonly side?: 'below' | 'right'
  /** How many times as large as usual all letters are. @default 1 */
  readonly scale?: number
}

const WINDOWS: readonly [Window, ...Window[]] = [
  { name: 'a small phone', width: 320, height: 568, most: 38, mostOpen: 50, side: 'below' },
  { name: 'a phone', width: 390, height: 844, most: 25, side: 'below' },
  { name: 'a tablet', width: 768, height: 1024, most: 16, side: 'right' },
  { name: 'a small desk', width: 1024, height: 768, most: 16, side: 'right' },
  { name: 'a desk', width: 1280, height: 800, most: 13, side: 'right' },
  { name: 'a small phone on its side', width: 568, height: 320, most: 55, side: 'right' },
  { name: 'a phone on its side', width: 667, height: 375, most: 50, side: 'right' },
  { name: 'the narrowest one with columns', width: 480, height: 320, side: 'right' },
  { name: 'a desk at 200 %', width: 640, height: 400, side: 'right' },
  { name: 'a desk at 400 %', width: 320, height: 200, side: 'below' },
  { name: 'a high desk at 400 %', width: 320, height: 256, mostOpen: 50, side: 'below' },
  { name: 'the lowest phone', width: 320, height: 375, side: 'below' },
  { name: 'letters twice as large on a small phone', width: 320, height: 568, scale: 2 },
  { name: 'letters twice as large on a desk', width: 1280, height: 800, scale: 2 },
]

/** Least height of the visible part of the banner's text, in pixels. */
const LEAST_TEXT = 40

/** Least width of a window with a wide banner, in pixels. */
const WIDE = 768

/** Most height of a wide banner with its details closed, in pixels. */
const HIGHEST = 156

/** Least width of the text of a wide banner, in `ch`: a Korean character is nearly two. */
const NARROWEST_LINE = 60

/** The largest number of characters in a line of text in a wide banner. */
const LONGEST_LINE = 75

/** Measures the banner: size, visible text, arrangement, and whether all is in the window. */
const lookAt = (page: Page) =>
  page.locator('spaceone-consent #banner').evaluate(banner => {
    const root = banner.getRootNode() as ShadowRoot
    const boxOf = (selector: string) =>
      (banner.querySelector(selector) as Element).getBoundingClientRect()
    const reject = boxOf('#reject-all')
    const accept = boxOf('#accept-all')
    const heading = boxOf('#heading')
    const middleOf = (box: DOMRect) => (box.top + box.bottom) / 2
    const box = banner.getBoundingClientRect()
    // Firefox adds up heights as floats: the bottom of a box can be 844.00003 in a window of 844 px.
    const isInside = ({ left, top, right, bottom }: DOMRect) =>
      left >= 0 && top >= 0 && right - innerWidth < 0.01 && bottom - innerHeight < 0.01
    const isInView = [reject, accept].map(
      box =>
        isInside(box) &&
        // Nothing covers the corners of the button.
        [box.left + 4, box.right - 4].every(x =>
          [box.top + 4, box.bottom - 4].every(y =>
            root.elementFromPoint(x, y)?.matches('#reject-all, #accept-all'),
          ),
        ),
    )

    // Says whether the banner's text is visible at the height `y`, at the left edge of the heading.
    const isText = (y: number) =>
      root.elementFromPoint(heading.left + 2, y)?.closest('h2, p, details, .text')
    let seen = 0
    for (let y = Math.max(0, Math.ceil(box.top)); y < Math.min(box.bottom, innerHeight); y++)
      if (isText(y)) seen++

    const lines = new Map<number, number>()
    const range = document.createRange()
    const texts = document.createTreeWalker(
      banner.querySelector('p') as Element,
      NodeFilter.SHOW_TEXT,
    )
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (let at = 0; at < (text as Text).length; at++) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const line = Math.round(range.getBoundingClientRect().bottom / 8)
        lines.set(line, (lines.get(line) ?? 0) + 1)
      }

    const zeros = document.createElement('p')
    zeros.style.cssText = 'position:absolute;width:1000ch'
    banner.append(zeros)
    const zero = zeros.getBoundingClientRect().width / 1000
    zeros.remove()

    return {
      height: box.height,
      gap: boxOf('p').top - heading.bottom,
      // A scrollbar of the page makes the text narrower by its own width, so add this width.
      zeros: (boxOf('p').width + innerWidth - document.documentElement.clientWidth) / zero,
      aside: Math.abs(middleOf(reject) - middleOf(boxOf('.text'))),
      share: (100 * box.width * box.height) / (innerWidth * innerHeight),
      isInWindow: isInside(box),
      isInView,
      isRow: reject.top === accept.top,
      side: reject.top >= heading.bottom && reject.left <= heading.left + 1 ? 'below' : 'right',
      seen,
      longest: Math.max(...lines.values()),
      isRowOfLinks:
        Math.abs(middleOf(boxOf('summary')) - middleOf(boxOf('#open-preferences'))) <= 2,
    }
  })

/** Closes the details of the banner, and scrolls every box of the banner to its start. */
const closeDetails = async (banner: Locator) => {
  await banner.evaluate(banner => {
    for (const details of banner.querySelectorAll('details')) details.open = false
    for (const box of [banner, ...banner.querySelectorAll('*')]) box.scrollTo(0, 0)
  })
  await expect(banner.locator('details > div')).toBeHidden()
}

const checkWindow = async (
  { page, banner }: Visitor,
  { name, width, height, most = 100, mostOpen = 100, side, scale = 1 }: Window,
) => {
  const check = async (largest: number) => {
    const seen = await lookAt(page)
    expect(seen, name).toMatchObject({ isInWindow: true, isInView: [true, true] })
    expect(seen.seen, name).toBeGreaterThanOrEqual(LEAST_TEXT)
    expect(seen.share, name).toBeLessThanOrEqual(largest)
    expect(await lost(banner), name).toEqual([])
    expect(await lookAt(page), name).toMatchObject({ isInView: [true, true] })
    return seen
  }
  await page.setViewportSize({ width, height })
  await closeDetails(banner)
  const undo = await adapt(page, { scale })
  const closed = await check(most)
  if (side) expect(closed.side, name).toBe(side)
  if (scale === 1) {
    // The answers stand in one row, and so do "Details" and "Preferences".
    expect(closed, name).toMatchObject({ isRow: true, isRowOfLinks: true })
    if (width >= WIDE) {
      expect(closed.height, name).toBeLessThanOrEqual(HIGHEST)
      expect(closed.gap, name).toBeCloseTo(8, 1)
      expect(closed.aside, name).toBeLessThanOrEqual(1)
      expect(closed.zeros, name).toBeGreaterThanOrEqual(NARROWEST_LINE)
      expect(closed.longest, name).toBeLessThanOrEqual(LONGEST_LINE)
    }
  }

  await banner.locator('summary').click()
  await expect(banner.locator('details > div')).toBeVisible()
  await check(mostOpen)
  await undo()
}

for (const language of LANGUAGES) {
  const tag = language === 'ko' ? [] : ['@full', '@only-chromium']
  test(`in every window both answers are in view in ${language}, with the details closed and open [7, 8, 40]`, {
    tag,
  }, async ({ visitor, page }) => {
    const [{ width, height }] = WINDOWS
    await page.setViewportSize({ width, height })
    await visitor.opensPortal({ language })
    await expect(visitor.banner).toBeVisible()
    for (const window of WINDOWS)
      await test.step(`${window.name} (${window.width}x${window.height})`, () =>
        checkWindow(visitor, window))
    expect(visitor.requests()).toEqual([])
  })
}

test("on the policy's own page the banner is a slim bar with both answers, and has its whole text when its details are open", async ({
  visitor,
}) => {
  const { banner, rejectAll, acceptAll, openPreferences } = visitor
  await visitor.opensPortal({ path: '/en/privacy.html?from=mail#article-9' })
  await expect(banner).toBeVisible()
  const lead = banner.locator('p')
  await expect(lead).toBeHidden()
  for (const control of [rejectAll, acceptAll, openPreferences])
    await expect(control).toBeInViewport({ ratio: 1 })
  expect((await banner.boundingBox())?.height).toBeLessThanOrEqual(80)

  await banner.locator('summary').click()
  await expect(lead).toBeVisible()
  await expect(banner.locator('details > div')).toBeVisible()
  await banner.locator('summary').click()
  await expect(lead).toBeHidden()

  await visitor.goes('/en/')
  await expect(lead).toBeVisible()
})

// Playwright cannot make Debian's Firefox show a page as printed.
test('the banner and the preferences have the font of the page, sizes that follow the browser, and no letter under 13 pixels, and nothing of the banner is printed', {
  tag: '@only-chromium',
}, async ({ visitor, page }) => {
  const { banner, preferences } = visitor
  await visitor.opensPortal({
    attributes: RICH,
    page: html => html.replace('</head>', '<style>body{font-family:Georgia,serif}</style></head>'),
  })
  const smallest = (part: Locator) =>
    part.evaluate(part =>
      Math.min(
        ...[part, ...part.querySelectorAll('*')].map(element =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        ),
      ),
    )
  await expect(banner).toHaveCSS('font-family', 'Georgia, serif')
  // The names of the services have the size of their details, before the preferences have loaded.
  await expect(banner.locator('h3').first()).toHaveCSS('font-size', '14px')
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 568 })
    expect(await smallest(banner)).toBeGreaterThanOrEqual(13)
  }
  await visitor.openPreferences.click()
  await expect(preferences).toHaveCSS('font-family', 'Georgia, serif')
  await expect(preferences).toHaveCSS('overscroll-behavior-y', 'contain')
  expect(await smallest(preferences)).toBeGreaterThanOrEqual(13)
  await page.addStyleTag({ content: 'html{--consent-font:monospace}' })
  await expect(preferences).toHaveCSS('font-family', 'monospace')
  await visitor.close.click()
  await expect(banner).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(banner).toBeHidden()
})
