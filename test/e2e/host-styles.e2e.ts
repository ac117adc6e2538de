import { expect, type Locator } from '@playwright/test'
import { ALL_BLOCKS } from '../support/markup.ts'
import { SDK_PAGE } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Style sheets with which a page changes many or all of its elements. */
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

const LOOK = [
  ...['display', 'position', 'float', 'opacity', 'color', 'background-color', 'font-family'],
  ...['font-size', 'font-weight', 'line-height', 'letter-spacing', 'word-break', 'text-align'],
  ...['text-transform', 'direction', 'margin', 'padding', 'border', 'border-radius', 'min-width'],
  ...['min-height', 'box-sizing'],
]

/** Returns tag, CSS properties and, except of blocks, position of each element in a part. */
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

const open = (visitor: Visitor, css: string, attributes = '') =>
  visitor.opens({ head: `<style>${css}</style>`, body: BODY, attributes })

const looks = async (visitor: Visitor): Promise<Record<string, string[]>> => {
  const { form, guide, status, table } = visitor.blocks
  await expect(visitor.banner).toBeVisible()
  const all: Record<string, string[]> = { banner: await lookOf(visitor.banner) }
  for (const [name, block] of Object.entries({ form, guide, status, table })) {
    await expect(block).toBeVisible()
    all[`block: ${name}`] = await lookOf(block, false)
  }
  await visitor.openPreferences.click()
  await expect(visitor.preferences).toBeVisible()
  all['preferences'] = await lookOf(visitor.preferences)
  await visitor.openGuide.click()
  await expect(visitor.guide).toBeVisible()
  return { ...all, guide: await lookOf(visitor.preferences) }
}

test.use({ viewport: { width: 1280, height: 800 } })

test("no style sheet of a page changes the look of the banner, preferences, guide or blocks, and the banner is above the page's topmost elements", {
  tag: '@full',
}, async ({ visitor, page }) => {
  // Without scroll bars the page has the same width under each style sheet.
  await open(visitor, 'html{overflow:hidden}')
  const expected = await looks(visitor)
  await visitor.close.click()
  await expect(page.locator('body > spaceone-consent')).toHaveCSS('z-index', '2147483000')
  for (const [what, css] of Object.entries(HOSTILE))
    await test.step(what, async () => {
      await open(visitor, `${css} html{overflow:hidden!important}`)
      expect.soft(await looks(visitor), `a page that ${what}`).toEqual(expected)
    })
})

test('on a page whose body has a CSS transform the banner is at the end of the page, and the preferences are in view, and data-z-index sets the z-index of the banner', async ({
  visitor,
  page,
}) => {
  const { guide, form, status, table } = visitor.blocks
  const css = 'body { transform: translateZ(0); min-height: 100vh; margin: 0 }'
  await open(visitor, css, 'data-z-index="5"')
  await expect(page.locator('body > spaceone-consent')).toHaveCSS('z-index', '5')
  // The page grows as its blocks are filled.
  for (const block of [guide, form, status, table]) await expect(block).toBeVisible()
  await visitor.rejectAll.scrollIntoViewIfNeeded()
  await expect(visitor.banner).toBeInViewport()
  await visitor.openPreferences.click()
  await expect(visitor.preferences).toBeInViewport({ ratio: 1 })
})

test('the SDK changes the look and position of no element of the page, and causes no layout shift', async ({
  visitor,
  page,
  browserName,
}) => {
  const css =
    'body{display:grid;gap:40px} main{background:#eee} button,p,h2,a{font-size:18px} dialog{color:red}'
  const release = await visitor.waitsFor('consent/ui.en.js')
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
  visitor.serves({
    head: `<style>${css}</style>`,
    body: `<main><h2>title</h2><p>text <a href="#">link</a></p><button>b</button><input><select><option>1</option></select><details><summary>s</summary></details></main>`,
  })
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
  await expect(visitor.banner).toHaveCount(0)
  release()
  await expect(visitor.banner).toBeVisible()
  expect(await state()).toEqual(before)
  await visitor.openPreferences.click()
  await expect(visitor.preferences).toBeVisible()
  expect(await state()).toEqual(before)
  await visitor.save.click()
  await expect(visitor.banner).toBeHidden()
  expect(await state()).toEqual(before)
  if (browserName === 'chromium') expect(await visitor.notes()).toEqual([])
})
