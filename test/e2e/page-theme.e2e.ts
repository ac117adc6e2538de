import { expect, type Locator, type Page } from '@playwright/test'
import { SURFACES } from '../support/layout-checks/surfaces.ts'
import { ALL_BLOCKS, blockedFrame } from '../support/markup.ts'
import { test as mediaTest } from '../support/media.ts'
import { SDK_WAYS } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

type Theme = keyof typeof SURFACES

const expectTheme = (surface: Locator, theme: Theme) =>
  expect(surface).toHaveCSS('background-color', SURFACES[theme])

const meta = (content: string) => `<meta name="color-scheme" content="${content}">`
const html = (scheme: string) => `<style>html{color-scheme:${scheme}}</style>`

type Visit = readonly [says: string, head: string, theme: string, seen: Theme]

/** For each theme of the system: the page's theme, its HTML, the option, and the theme seen. */
const VISITS: Readonly<Record<Theme, readonly Visit[]>> = {
  dark: [
    ['nothing', '', '', 'light'],
    ['only light', html('only light'), '', 'light'],
    ['dark', html('dark'), '', 'dark'],
    ['light dark', html('light dark'), '', 'dark'],
    ['dark in its <meta>', meta('dark'), '', 'dark'],
    ['light dark in its <meta>', meta('light dark'), '', 'dark'],
    ['light, and dark in its <meta>', html('light') + meta('dark'), '', 'light'],
    ['light', html('light'), 'dark', 'dark'],
  ],
  light: [
    ['dark', html('dark'), '', 'dark'],
    ['light dark', html('light dark'), '', 'light'],
    ['light dark in its <meta>', meta('light dark'), '', 'light'],
    ['dark', html('dark'), 'auto', 'light'],
  ],
}

/** Visits each page, and expects the theme of its banner. */
const checkVisits =
  (system: Theme) =>
  async ({ visitor, page }: { visitor: Visitor; page: Page }) => {
    for (const [says, head, theme, seen] of VISITS[system])
      for (const way of theme ? SDK_WAYS : (['script tag'] as const))
        await test.step(`${way}: the page says ${says}, the options ${theme || 'nothing'}`, async () => {
          const options = way === 'npm' ? `{ theme: '${theme}' }` : ''
          const attributes = theme && `data-theme="${theme}"`
          await visitor.opens({ way, head, options, attributes })
          await expectTheme(visitor.banner, seen)
        })
    const query = `(prefers-color-scheme:${system})`
    expect(await page.evaluate(wanted => matchMedia(wanted).matches, query)).toBe(true)
  }

for (const system of ['light', 'dark'] as const)
  mediaTest.describe(`with a ${system} system`, () => {
    mediaTest.use({ media: { colorScheme: system } })
    mediaTest(
      `the banner is light unless the options or the page is dark, for a visitor whose system is ${system}`,
      checkVisits(system),
    )
  })

// interface.e2e.ts turns every other part.
test('banner, placeholder and blocks turn with the page, by its class or data-theme', async ({
  visitor,
  page,
}) => {
  const { banner, blocks } = visitor
  const root = page.locator('html')
  const placeholder = page.locator('spaceone-consent-placeholder .box')
  const expectAll = async (theme: Theme) => {
    for (const surface of [banner, placeholder, blocks.drawn.locator('> div')])
      await expectTheme(surface, theme)
  }
  await visitor.opens({
    head: '<style>.night,[data-theme=dark]{color-scheme:dark}</style>',
    body: `<div data-consent-status></div>${blockedFrame('title="Tour" width="600" height="315"')}`,
  })
  await expectAll('light')
  await root.evaluate(({ classList }) => classList.add('night'))
  await expectAll('dark')
  await root.evaluate(({ classList }) => classList.remove('night'))
  await expectAll('light')
  await root.evaluate(element => element.setAttribute('data-theme', 'dark'))
  await expectAll('dark')
})

test('a block and an inline banner have the theme of their own place in the page', async ({
  visitor,
  page,
}) => {
  const place = '<div data-consent-banner></div>'
  await visitor.opens({
    attributes: 'data-position="inline"',
    body: `${ALL_BLOCKS}<section style="color-scheme:dark">${place}${ALL_BLOCKS}</section>`,
  })
  await expectTheme(visitor.banner, 'dark')
  for (const [within, theme] of [
    ['body', 'light'],
    ['section', 'dark'],
  ] as const) {
    const blocks = page.locator(`${within} > div > spaceone-consent-block > div`)
    await expect(blocks).toHaveCount(4)
    for (const block of await blocks.all()) await expectTheme(block, theme)
  }
})
