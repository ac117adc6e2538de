import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, type PortalSite, playPortal } from '../support/portal-site.ts'
import { LEAKS } from '../support/ways-in/leaks.ts'
import { OTHER_WAYS } from '../support/ways-in/other-ways.ts'
import { SCRIPT_WAYS } from '../support/ways-in/script-ways.ts'
import type { Way } from '../support/ways-in/way.ts'

const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'

/** How long the stand-in for Google's tag collects events before sending them, in milliseconds. */
const BATCH = 50

const SDK = `<script src="/consent/consent.js" data-ga="G-ABC123" data-policy-version="1"
  data-policy-url="/privacy"></script>`

/**
 * Returns the HTML of a page with the SDK's tag and the markup given for before and after that tag.
 */
const html = ({ before = '', after = '', body = '' } = {}) =>
  `<!doctype html><html lang="en"><head><title>Page</title>${before}${SDK}${after}</head>
  <body>${body}</body></html>`

/** Waits until the SDK has started on the page. */
const started = (page: Page) => page.waitForFunction(() => 'version' in window.spaceoneConsent)

const open = async (context: BrowserContext, page: Page, text = html()): Promise<PortalSite> => {
  const site = await playPortal(context, { page: () => text })
  await page.goto(`${PORTAL}/en/`)
  await started(page)
  return site
}

/**
 * Runs ways to make a request, each in a script of its own.
 *
 * @param addressOf Returns the address for the way at a place in the list.
 */
const bringIn = (page: Page, ways: readonly Way[], addressOf: (at: number) => string = () => TAG) =>
  page.evaluate(
    texts => {
      for (const text of texts) {
        const script = document.createElement('script')
        script.text = text
        document.head.append(script)
      }
    },
    ways.map((way, at) => `void (${way})(${JSON.stringify(addressOf(at))})`),
  )

/** Returns the address of Google's tag that the way at a place in a list requests. */
const tagOf = (at: number) => `${TAG}&way=${at}`

/** Returns the names of the ways whose addresses were requested, one for each request. */
const namesOf = (ways: Readonly<Record<string, Way>>, addresses: readonly (URL | string)[]) => {
  const names = Object.keys(ways)
  return addresses.map(address => {
    const at = new URL(address).searchParams.get('way')
    return (at && names[Number(at)]) ?? String(address)
  })
}

const decide = (page: Page, analytics: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

/** Returns whether Google's tag for an id has run on the page. */
const hasRun = (page: Page, id = 'G-OTHER') =>
  page.evaluate(name => name in (window.google_tag_manager ?? {}), id)

/**
 * How long a test waits for a request that must not arrive, in milliseconds. The tag sends its
 * events long before.
 */
const SETTLE = 6 * BATCH

/** Answers requests for the tag with a script that records its own address. */
const countRuns = async (context: BrowserContext) => {
  const requests: string[] = []
  await context.route(`${TAG}**`, async route => {
    const address = route.request().url()
    requests.push(address)
    await route.fulfill({ contentType: 'text/javascript', body: `noted.push('${address}')` })
  })
  return requests
}

test('a script of a denied service is blocked in whichever way it is inserted, and the same element runs once after the grant', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  const requests = await countRuns(context)
  const { errors } = listen(page)
  const requested = () => namesOf(SCRIPT_WAYS, requests).sort()
  const ran = async () =>
    namesOf(SCRIPT_WAYS, (await page.evaluate(() => window.noted as string[])) ?? []).sort()
  await page.evaluate(() => {
    window.noted = []
  })
  await bringIn(page, Object.values(SCRIPT_WAYS), tagOf)
  await page.waitForTimeout(SETTLE)
  expect(requested()).toEqual([])
  expect(site.google).toEqual([])
  expect(await ran()).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await decide(page, true)
  const all = Object.keys(SCRIPT_WAYS).sort()
  await expect.poll(ran).toEqual(all)
  await decide(page, false)
  await decide(page, true)
  await page.waitForTimeout(SETTLE)
  expect(await ran()).toEqual(all)
  expect(requested()).toEqual(all)
  expect(errors).toEqual([])
})

test('other requests to a denied service get an empty answer and no error [2]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  const { errors } = listen(page)
  await bringIn(page, Object.values(OTHER_WAYS), tagOf)
  await page.waitForTimeout(SETTLE)
  const addresses = site.google.map(({ url }) => url)
  expect(namesOf(OTHER_WAYS, addresses)).toEqual([])
  expect(errors).toEqual([])
})

test('requests to a granted service pass through the interceptors unchanged', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  await decide(page, true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  const ways = Object.fromEntries(
    Object.entries({ ...SCRIPT_WAYS, ...OTHER_WAYS }).filter(
      // These ways request no document, or request no document in this browser.
      ([name]) => !/preconnect|dns-prefetch|rel=prefetch|modulepreload|embed|object/.test(name),
    ),
  )
  await bringIn(page, Object.values(ways), tagOf)
  const missing = () => {
    const names = namesOf(
      ways,
      site.google.map(({ url }) => url),
    )
    return Object.keys(ways).filter(name => !names.includes(name))
  }
  await expect.poll(missing).toEqual([])
})

test("scripts of the page's own host run as usual while Google is denied", {
  tag: '@firefox',
}, async ({ context, page }) => {
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
  const pathOf = (at: number) => `/own-${at}.js`
  await bringIn(page, Object.values(SCRIPT_WAYS), pathOf)
  const paths = Object.keys(SCRIPT_WAYS).map((_, at) => pathOf(at))
  await expect.poll(() => page.evaluate(() => window.noted?.sort())).toEqual(paths.sort())
  expect(site.google).toEqual([])
})

test('documented limits: these requests leave despite the gate, and the tag sends no hit afterwards', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await open(context, page)
  for (const [name, way] of Object.entries(LEAKS))
    await test.step(name, async () => {
      // Each way gets a page of its own, because some ways replace the page's content.
      await page.reload()
      await started(page)
      site.google.length = 0
      await bringIn(page, [way])
      await expect.poll(() => site.google.length, { message: name }).toBe(1)
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
      expect(site.events(), name).toEqual([])
      expect(await cookieNames(context), name).toEqual([])
    })
})

const RAW = `<script src="${TAG}"></script>`

test('an unmarked Google tag in the HTML is downloaded but does not run, and a warning tells the developer', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { warnings } = listen(page)
  const site = await open(context, page, html({ after: RAW, body: RAW }))
  await page.waitForTimeout(SETTLE)
  expect(await hasRun(page)).toBe(false)
  expect(site.events()).toEqual([])
  // The texts of warnings are in a file of their own, which is loaded first.
  await expect.poll(() => warnings).toHaveLength(1)
  expect(warnings[0]).toContain(
    `<script type="text/plain" data-consent="analytics" data-src="${TAG}"></script>`,
  )
  await decide(page, true)
  await expect.poll(() => hasRun(page)).toBe(true)
})

test("a Google tag before the SDK's tag runs, but sends and stores nothing, and a warning tells the developer", {
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
  await expect.poll(() => warnings).toHaveLength(1)
  expect(warnings[0]).toContain(TAG)
})

test('documented limit: a script in a declarative shadow root in the HTML runs', {
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
  expect(await page.evaluate(() => window.noted)).toEqual([TAG])
  expect([requests, site.google]).toEqual([[TAG], []])
})

test('a Google tag marked with data-consent is not even downloaded before the grant [2]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { warnings } = listen(page)
  const marked = RAW.replace('<script', '<script type="text/plain" data-consent="analytics"')
  const site = await open(context, page, html({ after: marked }))
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(warnings).toEqual([])
  await decide(page, true)
  await expect.poll(() => hasRun(page)).toBe(true)
})

test('a blocked script is unblocked as the same element in the same place, and fires its load event', {
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
    // Google wrapper libraries look for the script's address in `document.scripts` before they
    // insert the script, so as not to insert it twice.
    window.noted.push([...document.scripts].some(({ src }) => src === address))
  }, TAG)
  expect(await page.evaluate(() => window.noted)).toEqual([true])
  expect(site.google).toEqual([])
  await decide(page, true)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true, 'mine'])
})

test('cookies of a denied service are not written, while other cookies and deletions are', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await open(context, page)
  const cookies = await page.evaluate(async () => {
    document.cookie =
      '_ga=1; path=/; max-age=34128000; expires=Thu, 01 Jan 2099 00:00:00 GMT; SameSite=Lax'
    document.cookie = ' _ga_ABC = 1; path=/'
    document.cookie = '_gid=1; max-age=0; max-age=60'
    // Browsers ignore these invalid lifetimes and keep such a cookie until the browser is closed,
    // so writing it must be blocked.
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
