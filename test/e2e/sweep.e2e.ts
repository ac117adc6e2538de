import { type BrowserContext, expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

test('cookies from before the SDK go while analytics is not granted; others stay [23]', async ({
  context,
  page,
}) => {
  await playPortal(context)
  const names = ['_ga', '_ga_PORTAL2024', '_gaming', 'session']
  await context.addCookies([
    ...names.map(name => ({ name, value: '1', domain: '.spaceone.test', path: '/' })),
    { name: '_ga', value: '2', url: PORTAL },
  ])
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect(await cookieNames(context)).toEqual(['_gaming', 'session'])
})

const GOOGLE = [
  '_ga',
  '_ga_PORTAL2024',
  '_gid',
  '_gat',
  '_gat_gtag_UA_1_1',
  '_gac_UA-1-1',
  '_gcl_au',
  '__utma',
  '_dc_gtm_UA-1-1',
]
const OTHERS = ['session', '_gatekeeper', '_gaming', '_gates', '_gidx', '__ut', 'x_ga']

/** Sets cookies in the ways in which a tag may have set them, before the SDK is there. */
const leave = (names: readonly string[], domain: string) => `<script>
  for (const name of ${JSON.stringify(names)})
    for (const scope of ['', '; domain=${domain}', '; path=/en', '; path=/en/', '; domain=${domain}; path=/en'])
      document.cookie = name + '=1; secure' + (/path/.test(scope) ? scope : '; path=/' + scope)
  document.cookie = '_ga_PART=1; path=/; secure; partitioned'
  document.cookie = 'foo_ga=1; path=/'
  localStorage.setItem('_gcl_ls', '1')
  localStorage.setItem('_gcl_mine', '1')
</script>`

const stored = async (context: BrowserContext) => [...new Set(await cookieNames(context))]

for (const host of ['www.shop.co.kr', 'm.shop.co.kr'])
  test(`on ${host} Google's cookies go at the start wherever they were set, and no others [23, 56]`, async ({
    context,
    page,
  }) => {
    const origin = `https://${host}`
    await playPortal(context, {
      origin,
      page: html => html.replace('<head>', `<head>${leave([...GOOGLE, ...OTHERS], '.shop.co.kr')}`),
    })
    await page.goto(`${origin}/en/pricing.html`)
    await expect(new ConsentView(page).banner).toBeVisible()
    expect(await stored(context)).toEqual([...OTHERS, 'foo_ga'].sort())
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['_gcl_mine'])
  })

test('a cookie prefix that the page has configured is swept, too [54]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await page.evaluate(() => window.gtag('config', 'G-PORTAL2024', { cookie_prefix: 'foo' }))
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect(await cookieNames(context)).toEqual(['foo_ga', 'foo_ga_PORTAL2024', 'spaceone_consent'])
  await view.choose('analytics', false)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})
