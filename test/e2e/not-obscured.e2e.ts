import { expect } from '@playwright/test'
import { checkFocusSeen, WINDOWS } from '../support/layout-checks/focus-seen.ts'
import { test } from '../support/visitor.ts'

// The test checks the focus after each of many presses of Tab, which is slow on a busy machine.
test.slow()

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

const OVER = {
  'the bar': '',
  'the card on the left': 'data-position="left"',
  'the card on the right': 'data-position="right"',
  'the settings button': 'data-button="right"',
}

for (const [name, attributes] of Object.entries(OVER))
  test(`no focused element of the page is hidden under ${name} [38]`, {
    tag: name === 'the bar' ? [] : '@full',
  }, async ({ visitor, page }) => {
    await visitor.opensPortal({ attributes, page: withContent })
    if (name === 'the settings button') await visitor.rejects()
    await expect(page.locator('spaceone-consent :is(#banner, #settings)')).toBeVisible()
    const stops = page.locator('main :is(a, button, input)')
    await checkFocusSeen(stops.first(), stops.last(), WINDOWS, name)
  })
