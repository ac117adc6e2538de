import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, type PortalSite, playPortal } from '../support/portal-site.ts'
import { LEAKS } from '../support/ways-in/leaks.ts'
import { OTHER_WAYS } from '../support/ways-in/other-ways.ts'
import { SCRIPT_WAYS } from '../support/ways-in/script-ways.ts'

const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'

const SDK = `<script src="/consent/consent.js" data-ga="G-ABC123" data-policy-version="1"
  data-policy-url="/privacy"></script>`

/** A page with nothing but the SDK, and what is put before or after it. */
const html = ({ before = '', after = '', body = '' } = {}) =>
  `<!doctype html><html lang="en"><head><title>Page</title>${before}${SDK}${after}</head>
  <body>${body}</body></html>`

const open = async (context: BrowserContext, page: Page, text = html()): Promise<PortalSite> => {
  const site = await playPortal(context, { page: () => text })
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => 'version' in window.spaceoneConsent)
  return site
}

const bringIn = (page: Page, way: (address: string) => unknown, address = TAG) =>
  page.evaluate(
    ([source, to]) => {
      const script = document.createElement('script')
      script.text = `void (${source})(${JSON.stringify(to)})`
      document.head.append(script)
    },
    [String(way), address] as const,
  )

const decide = (page: Page, analytics: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

/** Whether the tag of an id has run in the page. */
const hasRun = (page: Page, id = 'G-OTHER') =>
  page.evaluate(name => name in (window.google_tag_manager ?? {}), id)

/** Long enough for a request that was made to arrive, in milliseconds. */
const SETTLE = 150

/** Answers for a script of this address with one that counts how often it runs. */
const countRuns = async (context: BrowserContext) => {
  const requests: string[] = []
  await context.route(TAG, async route => {
    requests.push(route.request().url())
    await route.fulfill({ contentType: 'text/javascript', body: 'noted.push("ran")' })
  })
  return requests
}

test.describe('a script that the page brings in is kept out, and the same is let in later', () => {
  for (const [name, way] of Object.entries(SCRIPT_WAYS))
    test(name, { tag: '@firefox' }, async ({ context, page }) => {
      const site = await open(context, page)
      const requests = await countRuns(context)
      const { errors } = listen(page)
      const runs = () => page.evaluate(() => window.noted?.length)
      await page.evaluate(() => {
        window.noted = []
      })
      await bringIn(page, way)
      await page.waitForTimeout(SETTLE)
      expect([...requests, ...site.google]).toEqual([])
      expect(await runs()).toBe(0)
      expect(await cookieNames(context)).toEqual([])
      await decide(page, true)
      await expect.poll(runs).toBe(1)
      await decide(page, false)
      await decide(page, true)
      await page.waitForTimeout(SETTLE)
      expect([await runs(), requests.length]).toEqual([1, 1])
      expect(errors).toEqual([])
    })
})

test('whatever else reaches out for a denied service gets a quiet answer [2]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  const { errors } = listen(page)
  for (const [name, way] of Object.entries(OTHER_WAYS)) {
    await bringIn(page, way)
    await page.waitForTimeout(SETTLE)
    expect.soft(site.google, name).toEqual([])
    site.google.length = 0
  }
  expect(errors).toEqual([])
})

test('where it is granted each of these ways goes through as ever', { tag: '@firefox' }, async ({
  context,
  page,
}) => {
  const site = await open(context, page)
  await decide(page, true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  for (const [at, [name, way]] of Object.entries({ ...SCRIPT_WAYS, ...OTHER_WAYS }).entries()) {
    // These ask for no document, or for none in this browser.
    if (/preconnect|dns-prefetch|rel=prefetch|modulepreload|embed|object/.test(name)) continue
    site.google.length = 0
    await bringIn(page, way, `${TAG}&way=${at}`)
    await expect.poll(() => site.google.length, { message: name }).toBeGreaterThan(0)
  }
})

test('scripts of the page itself run as ever while Google is denied', { tag: '@firefox' }, async ({
  context,
  page,
}) => {
  const site = await open(context, page)
  await context.route('**/own-*.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `noted.push('${new URL(route.request().url()).pathname}')`,
    }),
  )
  await page.evaluate(() => {
    window.noted = []
  })
  const paths: string[] = []
  for (const [at, way] of Object.values(SCRIPT_WAYS).entries()) {
    paths.push(`/own-${at}.js`)
    await bringIn(page, way, `/own-${at}.js`)
  }
  await expect.poll(() => page.evaluate(() => window.noted?.sort())).toEqual(paths.sort())
  expect(site.google).toEqual([])
})

test.describe('what cannot be stopped is known: it leaves, and no hit of the tag follows', () => {
  for (const [name, way] of Object.entries(LEAKS))
    test(name, { tag: '@firefox' }, async ({ context, page }) => {
      const site = await open(context, page)
      await bringIn(page, way)
      await expect.poll(() => site.google.length).toBe(1)
      await page
        .evaluate(() => {
          const gtag = (...command: unknown[]) => {
            function push(..._: unknown[]) {
              // biome-ignore lint/complexity/noArguments: the form that the tag takes
              window.dataLayer.push(arguments)
            }
            push(...command)
          }
          gtag('config', 'G-OTHER')
          gtag('event', 'late')
        })
        .catch(() => {})
      await page.waitForTimeout(SETTLE)
      expect(site.events()).toEqual([])
      expect(await cookieNames(context)).toEqual([])
    })
})

const RAW = `<script src="${TAG}"></script>`

test('a tag that stands in the HTML is downloaded, but does not run; the developer is told', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { warnings } = listen(page)
  const site = await open(context, page, html({ after: RAW, body: RAW }))
  expect(await hasRun(page)).toBe(false)
  expect(site.events()).toEqual([])
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain(
    `<script type="text/plain" data-consent="analytics" data-src="${TAG}"></script>`,
  )
  await decide(page, true)
  await expect.poll(() => hasRun(page)).toBe(true)
})

test('a tag that stands before the SDK runs, but sends and keeps nothing; the developer is told', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { warnings } = listen(page)
  const config = `<script>window.dataLayer = window.dataLayer || []
    function gtag() { dataLayer.push(arguments) }
    gtag('js', new Date()); gtag('config', 'G-OTHER')</script>`
  const site = await open(context, page, html({ before: RAW.replace('<', '<'), body: config }))
  expect(await hasRun(page)).toBe(true)
  await page.waitForTimeout(SETTLE)
  expect(site.events()).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain(TAG)
})

test('what cannot be stopped is known: a script in a shadow root of the HTML runs', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, {
    page: () =>
      html({
        before: '<script>window.noted = []</script>',
        body: `<div><template shadowrootmode="open">${RAW}</template></div>`,
      }),
  })
  const requests = await countRuns(context)
  await page.goto(`${PORTAL}/en/`)
  expect(await page.evaluate(() => window.noted)).toEqual(['ran'])
  expect([requests, site.google]).toEqual([[TAG], []])
})

test('a marked tag is not even downloaded [2]', { tag: '@firefox' }, async ({ context, page }) => {
  const { warnings } = listen(page)
  const marked = RAW.replace('<script', '<script type="text/plain" data-consent="analytics"')
  const site = await open(context, page, html({ after: marked }))
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(warnings).toEqual([])
  await decide(page, true)
  await expect.poll(() => hasRun(page)).toBe(true)
})

test('what was kept out is let in as the same element, in its place, and is heard of', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  await page.evaluate(address => {
    window.noted = []
    const script = document.createElement('script')
    script.id = 'mine'
    script.src = address
    script.addEventListener('load', () => window.noted?.push(script.isConnected && script.id))
    document.head.append(script)
    // What wrappers look for, so as not to insert it twice.
    window.noted.push([...document.scripts].some(({ src }) => src === address))
  }, TAG)
  expect(await page.evaluate(() => window.noted)).toEqual([true])
  expect(site.google).toEqual([])
  await decide(page, true)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true, 'mine'])
})

test('cookies of a denied service are not written; others are, and deletions too', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await open(context, page)
  const cookies = await page.evaluate(async () => {
    document.cookie = '_ga=1; path=/'
    document.cookie = ' _ga_ABC = 1; path=/'
    document.cookie = '_gid=1; max-age=0; max-age=60'
    // None of these is a time for a browser: such a cookie lives until the browser is closed.
    document.cookie = '_gat=1; expires=0'
    document.cookie = '_gat_A=1; expires=2001'
    document.cookie = '_gat_B=1; max-age=0.5'
    document.cookie = 'mine=1; path=/'
    document.cookie = '_gaming=1; path=/'
    document.cookie = '_gatekeeper=1; path=/'
    const { cookieStore } = window as unknown as {
      cookieStore?: { set(name: string | object, value?: string): Promise<void> }
    }
    await cookieStore?.set('_ga', '2')
    await cookieStore?.set({ name: '_ga_DEF', value: '2' })
    return document.cookie
  })
  expect(cookies.split('; ').sort()).toEqual(['_gaming=1', '_gatekeeper=1', 'mine=1'])
})
