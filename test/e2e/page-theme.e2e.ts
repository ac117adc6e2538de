import { expect, type Locator, test } from '@playwright/test'
import { blockedFrame } from '../support/blocked-page.ts'
import { ALL_BLOCKS } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { SURFACES } from '../support/layout-checks/surfaces.ts'
import { test as mediaTest } from '../support/media.ts'
import { playSdkPage, SDK_PAGE, SDK_WAYS, sdkPage } from '../support/sdk-page.ts'
import { turnTheme } from '../support/turn-theme.ts'

type Theme = keyof typeof SURFACES

const expectTheme = (surface: Locator, theme: Theme) =>
  expect(surface).toHaveCSS('background-color', SURFACES[theme])

const meta = (content: string) => `<meta name="color-scheme" content="${content}">`
const html = (scheme: string) => `<style>html{color-scheme:${scheme}}</style>`

/** What the page says, the theme of the tag, and the theme that a visitor sees whose system is dark. */
const DARK_VISITS: readonly (readonly [says: string, head: string, theme: string, seen: Theme])[] =
  [
    ['nothing', '', '', 'light'],
    ['only light', html('only light'), '', 'light'],
    ['dark', html('dark'), '', 'dark'],
    ['light dark', html('light dark'), '', 'dark'],
    ['dark in its <meta>', meta('dark'), '', 'dark'],
    ['light dark in its <meta>', meta('light dark'), '', 'dark'],
    ['light, and dark in its <meta>', html('light') + meta('dark'), '', 'light'],
    ['nothing', '', 'auto', 'dark'],
    ['light', html('light'), 'auto', 'dark'],
    ['dark', html('dark'), 'light', 'light'],
    ['light', html('light'), 'dark', 'dark'],
  ]

/** The same for a visitor whose system is light. */
const LIGHT_VISITS: typeof DARK_VISITS = [
  ['dark', html('dark'), '', 'dark'],
  ['light dark', html('light dark'), '', 'light'],
  ['light dark in its <meta>', meta('light dark'), '', 'light'],
  ['dark', html('dark'), 'auto', 'light'],
]

for (const [system, visits] of [
  ['dark', DARK_VISITS],
  ['light', LIGHT_VISITS],
] as const)
  mediaTest.describe(`with a ${system} system`, () => {
    mediaTest.use({ media: { colorScheme: system } })

    mediaTest(
      `the banner is light unless the tag or the page is dark, for a visitor whose system is ${system}`,
      { tag: '@firefox' },
      async ({ page }) => {
        await playSdkPage(page.context(), {})
        for (const [says, head, theme, seen] of visits)
          await test.step(`the page says ${says}, the tag ${theme || 'nothing'}`, async () => {
            const body = sdkPage({ head, attributes: theme && `data-theme="${theme}"` })
            await page.route(
              `${SDK_PAGE}**`,
              route => route.fulfill({ contentType: 'text/html', body }),
              { times: 1 },
            )
            await page.goto(SDK_PAGE)
            await expectTheme(page.locator('spaceone-consent #banner'), seen)
          })
      },
    )
  })

test('banner, preferences, placeholder and blocks turn with the page, by its class, style or data-theme', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await playSdkPage(context, {
    head: '<style>.night,[data-theme=dark]{color-scheme:dark}</style>',
    body: `<div data-consent-status></div>${blockedFrame('title="Tour" width="600" height="315"')}`,
  })
  const { banner, preferences, openPreferences } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  const surfaces = [
    banner,
    page.locator('spaceone-consent-placeholder .box'),
    page.locator('spaceone-consent-block > div'),
  ]
  const expectAll = async (theme: Theme) => {
    for (const surface of surfaces) await expectTheme(surface, theme)
  }
  await expectAll('light')
  await page.evaluate(() => document.documentElement.classList.add('night'))
  await expectAll('dark')
  await page.evaluate(() => document.documentElement.classList.remove('night'))
  await expectAll('light')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await expectAll('dark')
  await turnTheme(page, 'light')
  await expectAll('light')
  await openPreferences.click()
  await expectTheme(preferences, 'light')
  await turnTheme(page, 'dark')
  await expectTheme(preferences, 'dark')
})

test('a block and an inline banner have the theme of their own place in the page', async ({
  context,
  page,
}) => {
  const place = '<div data-consent-banner></div>'
  await playSdkPage(context, {
    attributes: 'data-position="inline"',
    body: `${ALL_BLOCKS}<section style="color-scheme:dark">${place}${ALL_BLOCKS}</section>`,
  })
  const { banner } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expectTheme(banner, 'dark')
  for (const [within, theme] of [
    ['body', 'light'],
    ['section', 'dark'],
  ] as const) {
    const blocks = page.locator(`${within} > div > spaceone-consent-block > div`)
    await expect(blocks).toHaveCount(4)
    for (const block of await blocks.all()) await expectTheme(block, theme)
  }
})

for (const way of SDK_WAYS.slice(0, 2))
  for (const theme of ['light', 'dark'] as const)
    test(`the theme ${theme} holds for banner, preferences and blocks of a page that is the other, by ${way}`, async ({
      context,
      page,
    }) => {
      await playSdkPage(context, {
        way,
        head: html(theme === 'dark' ? 'light' : 'dark'),
        attributes: `data-theme="${theme}"`,
        options: way === 'npm' ? `{ theme: '${theme}' }` : '',
        body: ALL_BLOCKS,
      })
      const { banner, openPreferences, preferences } = new ConsentView(page)
      await page.goto(SDK_PAGE)
      await expectTheme(banner, theme)
      const blocks = page.locator('spaceone-consent-block > div')
      await expect(blocks).toHaveCount(4)
      for (const block of await blocks.all()) await expectTheme(block, theme)
      await openPreferences.click()
      await expectTheme(preferences, theme)
    })
