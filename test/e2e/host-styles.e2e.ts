import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { ALL_BLOCKS, Blocks } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { playSdkPage, SDK_PAGE } from '../support/sdk-page.ts'

/** Style sheets with which a page changes all of its elements. */
const HOSTILE: Record<string, string> = {
  'unsets everything': '* { all: unset !important }',
  'sets type, line, display, direction and colour of everything': `
    * { line-height: 3 !important; word-break: break-all !important; font-size: 30px !important;
      display: block !important; direction: rtl !important; color: red !important }`,
  'has a small root and its own body':
    'html { font-size: 62.5% } body { display: grid; gap: 40px; word-break: keep-all; line-height: 16.8px; letter-spacing: 2px; text-transform: uppercase; text-align: center }',
  'styles every control': `
    button, input, dialog, select, label, table, h2, p, a, details, summary, fieldset {
      margin: 9px !important; padding: 19px !important; border: 5px dotted red !important;
      background: yellow !important; color: red !important; font: 30px cursive !important;
      min-width: 300px !important; float: right !important; opacity: .5 !important }
    button::before, p::after { content: "!" !important }
    dialog::backdrop { background: red !important }
    ::selection { background: red }`,
}

/** The CSS properties that decide whether an element of the SDK looks the same on two pages. */
const LOOK = [
  'display',
  'position',
  'float',
  'opacity',
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'word-break',
  'text-align',
  'text-transform',
  'direction',
  'margin',
  'padding',
  'border',
  'border-radius',
  'min-width',
  'min-height',
  'box-sizing',
]

/**
 * Returns tag, position and CSS properties of each element in a part of the interface. Positions
 * are left out where they depend on more than the window's width.
 */
const lookOf = (part: Locator, hasBoxes = true): Promise<string[]> =>
  part.evaluate(
    (root, [names, isMeasured]) =>
      [root, ...root.querySelectorAll('*')].map(element => {
        const computed = getComputedStyle(element)
        const { x, y, width, height } = element.getBoundingClientRect()
        // Browsers lay out the content of closed details differently, so its position is not
        // compared.
        const isBox = isMeasured && element.checkVisibility()
        const box = isBox ? [x, y, width, height].map(Math.round).join(' ') : ''
        const look = names.map(name => `${name}: ${computed.getPropertyValue(name)}`)
        return `${element.localName}#${element.id} ${box} ${look.join('; ')}`
      }),
    // A margin of `auto` depends on the width, so `margin` is left out together with the positions.
    [hasBoxes ? LOOK : LOOK.filter(name => name !== 'margin'), hasBoxes] as const,
  )

const BODY = `<main><p>text</p></main>${ALL_BLOCKS}`

/** Returns the look of the banner, each block, the preferences and the guide. */
const looks = async (page: Page): Promise<Record<string, string[]>> => {
  const view = new ConsentView(page)
  const blocks = new Blocks(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toBeVisible()
  await expect(blocks.form).toBeVisible()
  const banner = await lookOf(view.banner)
  const inline = {
    form: await lookOf(blocks.form, false),
    guideBlock: await lookOf(blocks.guide, false),
    status: await lookOf(blocks.status, false),
    table: await lookOf(blocks.table, false),
  }
  await view.openPreferences.click()
  await expect(view.preferences).toBeVisible()
  const preferences = await lookOf(view.preferences)
  await view.preferences.locator('#open-guide').click()
  await expect(view.preferences.locator('#guide')).toBeVisible()
  return { banner, ...inline, preferences, guide: await lookOf(view.preferences) }
}

/**
 * Serves a page with a style sheet of its own. A later call replaces the page of an earlier call.
 */
const serve = (context: BrowserContext, css: string, attributes = '') =>
  playSdkPage(context, { head: `<style>${css}</style>`, body: BODY, attributes })

test.use({ viewport: { width: 1280, height: 800 } })

test("no style sheet of a page changes the look of the banner, preferences, guide or blocks, and the banner is above the page's topmost elements", async ({
  page,
}) => {
  const view = new ConsentView(page)
  // Without scroll bars the page has the same width under each style sheet.
  await serve(page.context(), 'html{overflow:hidden}')
  const expected = await looks(page)
  await view.close.click()
  await expect(page.locator('body > spaceone-consent')).toHaveCSS('z-index', '2147483000')
  for (const [what, css] of Object.entries(HOSTILE))
    await test.step(what, async () => {
      await serve(page.context(), `${css} html{overflow:hidden!important}`)
      expect.soft(await looks(page), `a page that ${what}`).toEqual(expected)
    })
})

test('on a page whose body has a CSS transform the banner is at the end of the page, and the preferences are in view', async ({
  page,
}) => {
  await serve(page.context(), 'body { transform: translateZ(0); min-height: 100vh; margin: 0 }')
  const { banner, rejectAll, openPreferences, preferences } = new ConsentView(page)
  const { guide, form, status, table } = new Blocks(page)
  await page.goto(SDK_PAGE)
  // The page grows as its blocks are filled.
  for (const block of [guide, form, status, table]) await expect(block).toBeVisible()
  await rejectAll.scrollIntoViewIfNeeded()
  await expect(banner).toBeInViewport()
  await openPreferences.click()
  await expect(preferences).toBeInViewport({ ratio: 1 })
})

test('the SDK changes the look and position of no element of the page, and causes no layout shift', async ({
  context,
  browserName,
}) => {
  const css =
    'body{display:grid;gap:40px} main{background:#eee} button,p,h2,a{font-size:18px} dialog{color:red}'
  await playSdkPage(context, {
    head: `<style>${css}</style>`,
    body: `<main><h2>title</h2><p>text <a href="#">link</a></p><button>b</button><input><select><option>1</option></select><details><summary>s</summary></details></main>`,
  })
  let release = () => {}
  const isReleased = new Promise<void>(resolve => {
    release = resolve
  })
  await context.route('**/consent/ui.en.js', async route => {
    await isReleased
    return route.fallback()
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.noted = []
    try {
      new PerformanceObserver(list =>
        window.noted?.push(...list.getEntries().map(entry => JSON.stringify(entry))),
      ).observe({ type: 'layout-shift', buffered: true })
    } catch {
      // Firefox does not support layout-shift entries.
    }
  })
  // In Firefox a module that is still loading delays the page's load event.
  await page.goto(SDK_PAGE, { waitUntil: 'domcontentloaded' })
  const state = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('html, body, main, main *')].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const computed = getComputedStyle(element)
        const styles = [...computed].map(name => `${name}:${computed.getPropertyValue(name)}`)
        return [element.localName, x, y, width, height, ...styles].join(';')
      }),
    )
  const before = await state()
  const view = new ConsentView(page)
  await expect(view.banner).toHaveCount(0)
  release()
  await expect(view.banner).toBeVisible()
  expect(await state()).toEqual(before)
  await view.openPreferences.click()
  await expect(view.preferences).toBeVisible()
  expect(await state()).toEqual(before)
  await view.save.click()
  await expect(view.banner).toBeHidden()
  expect(await state()).toEqual(before)
  if (browserName === 'chromium') expect(await page.evaluate(() => window.noted)).toEqual([])
})

test('data-z-index sets the z-index of the banner; the preferences are above a dialog of the page at any z-index', async ({
  page,
}) => {
  await serve(
    page.context(),
    '#modal{position:fixed;inset:0;z-index:2147483647;background:#fff}',
    'data-z-index="5"',
  )
  const { banner, preferences } = new ConsentView(page)
  const onTop = (part: Locator) =>
    part.evaluate(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return document.elementFromPoint(x + width / 2, y + height / 2)?.localName
    })
  await page.goto(SDK_PAGE)
  await expect(page.locator('body > spaceone-consent')).toHaveCSS('z-index', '5')
  expect(await onTop(banner)).toBe('spaceone-consent')
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<div id="modal">the page</div>')
  })
  expect(await onTop(banner)).toBe('div')
  await page.evaluate(() => window.spaceoneConsent.openPreferences())
  await expect(preferences).toBeVisible()
  expect(await onTop(preferences)).toBe('spaceone-consent')
})
