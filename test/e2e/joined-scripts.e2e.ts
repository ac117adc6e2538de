import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { HOST, hostPage, TAG } from '../everywhere/host-page.ts'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { createWorld } from '../everywhere/world.ts'
import { test } from '../support/page-console.ts'
import { Visitor } from '../support/visitor.ts'

const joined = (kind: string) => `<script ${kind} src="/cache/joined.js" data-minify="1"></script>`

const SNIPPET = `<script>addEventListener('load', () => {
  const tag = document.createElement('script')
  tag.src = 'https://www.googletagmanager.com/gtag/js?id=G-TEST123'
  document.head.append(tag)
  fetch('https://www.google-analytics.com/g/collect?v=2&en=own', { mode: 'no-cors' })
  document.cookie = '_ga=GA1.1.1.1; path=/'
  seen.notes.push('ran')
})</script>`

const MESSAGE = 'No data-policy-version: do not join consent.js with other scripts.'

const open = async (context: BrowserContext, page: Page, tags: string) => {
  const source = await readFile('packages/consent/dist/script/consent.js', 'utf8')
  const world = createWorld({
    [`${HOST}/`]: hostPage('', SNIPPET, tags),
    [`${HOST}/cache/joined.js`]: `seen.notes.push('joined');${source}`,
    [`${HOST}/js/cookieconsent.js`]: `seen.notes.push('other')`,
  })
  await enterWorld(context, world)
  await page.goto(`${HOST}/`)
  await expect.poll(() => page.evaluate(() => window.seen.notes)).toContain('ran')
  const warnings = () => page.evaluate(() => window.seen.warnings)
  return { world, warnings, view: new Visitor(page) }
}

for (const [where, tags, warning] of [
  ['in a joined file', joined(''), MESSAGE],
  ['in a joined file with defer', joined('defer'), MESSAGE],
  ['in a joined module', joined('type="module"'), MESSAGE],
  [
    'without attributes',
    '<script src="/consent/consent.js"></script>',
    'The script tag of consent.js has no data-policy-version. Expected',
  ],
] as const)
  test(`${where} consent.js blocks Google, and the console says what to write [2, 5]`, async ({
    context,
    page,
  }) => {
    const { world, warnings, view } = await open(context, page, tags)
    await expect.poll(warnings).toEqual([expect.stringContaining(warning)])
    // The test waits for this request, which is sent after the requests of the page.
    await page.evaluate(() => fetch('/last'))
    expect(world.google).toEqual([])
    expect(await view.cookies()).toEqual([])
    await expect(view.banner).toHaveCount(0)
  })

const OTHER = '<script src="/js/cookieconsent.js"></script>'
const MODULE = TAG.replace('<script', '<script type="module"')
const TWICE = 'consent.js is loaded twice'

for (const [where, tags, warning] of [
  ['after a joined file', joined('') + TAG, MESSAGE],
  ['before a joined file', TAG + joined(''), TWICE],
  ['before the same tag', TAG + TAG, TWICE],
  ['of a module, after another tool with a similar file name,', OTHER + MODULE, 'type="module"'],
] as const)
  test(`a tag with attributes ${where} starts, and no other copy [1, 2, 58]`, async ({
    context,
    page,
  }) => {
    const { world, warnings, view } = await open(context, page, tags)
    await expect(view.banner).toBeVisible()
    expect(world.google).toEqual([])
    expect(await view.cookies()).toEqual([])
    await expect(page.locator('spaceone-consent')).toHaveCount(1)
    await expect.poll(warnings).toEqual([expect.stringContaining(warning)])
    await view.accepts()
    await expect.poll(() => world.events()).toContain('page_view')
    expect(world.scripts()).toHaveLength(1)
    expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(true)
  })

test('beside an earlier version consent.js starts nothing, and the console says so [58]', async ({
  context,
  page,
}) => {
  const earlier = '<script>(spaceoneConsent = () => {}).version = "0.0.1"</script>'
  const { warnings, view } = await open(context, page, earlier + TAG)
  await expect.poll(warnings).toEqual([expect.stringContaining(TWICE)])
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
  expect(await view.cookies()).toEqual(['_ga'])
  expect(await page.evaluate(() => window.spaceoneConsent.version)).toBe('0.0.1')
})
