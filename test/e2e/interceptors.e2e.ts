import { expect, type Page } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { SDK_PAGE, sdkPage } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'
import { LEAKS } from '../support/ways-in/leaks.ts'
import { OTHER_WAYS } from '../support/ways-in/other-ways.ts'
import { SCRIPT_WAYS } from '../support/ways-in/script-ways.ts'
import type { Way } from '../support/ways-in/way.ts'

const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'

const RAW = `<script src="${TAG}"></script>`

/** Runs each way in a script of its own, with the address for its index. */
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

const tagOf = (at: number) => `${TAG}&way=${at}`

/** Returns for each address the name of its way, or the address if it belongs to none. */
const namesOf = (ways: Readonly<Record<string, Way>>, addresses: readonly (URL | string)[]) => {
  const names = Object.keys(ways)
  return addresses.map(address => {
    const at = new URL(address).searchParams.get('way')
    return (at && names[Number(at)]) ?? String(address)
  })
}

const hasRun = (page: Page, id = 'G-OTHER') =>
  page.evaluate(name => name in (window.google_tag_manager ?? {}), id)

/** Answers a script that notes its own address. Returns the list of requested addresses. */
const countRuns = async (page: Page, address = `${TAG}**`) => {
  const requests: string[] = []
  await page.addInitScript(() => {
    window.noted = []
  })
  await page.route(address, async route => {
    const address = route.request().url()
    requests.push(address)
    await route.fulfill({ contentType: 'text/javascript', body: `noted.push('${address}')` })
  })
  return requests
}

const ranBy = async (visitor: Visitor) =>
  namesOf(SCRIPT_WAYS, ((await visitor.notes()) ?? []) as string[]).sort()

const ALL_WAYS = Object.keys(SCRIPT_WAYS).sort()

test('a script of a denied service is blocked in whichever way it is inserted, one of the page itself runs, and the same element runs once after the grant', {
  tag: '@firefox',
}, async ({ visitor, page }) => {
  const requests = await countRuns(page)
  const requested = () => namesOf(SCRIPT_WAYS, requests).sort()
  await countRuns(page, '**/own.js*')
  await visitor.opens()
  await bringIn(page, Object.values(SCRIPT_WAYS), tagOf)
  await visitor.sendsNothing()
  expect([requested(), await ranBy(visitor), await visitor.cookies()]).toEqual([[], [], []])
  await bringIn(page, Object.values(SCRIPT_WAYS), at => `/own.js?way=${at}`)
  await expect.poll(() => ranBy(visitor)).toEqual(ALL_WAYS)
  expect(requested()).toEqual([])
  await page.evaluate(() => window.noted?.splice(0))
  await visitor.decides(true)
  await expect.poll(() => ranBy(visitor)).toEqual(ALL_WAYS)
  await visitor.decides(false)
  await visitor.decides(true)
  await visitor.settles()
  expect([requested(), await ranBy(visitor)]).toEqual([ALL_WAYS, ALL_WAYS])
  expect(visitor.errors).toEqual([])
})

test('other requests to a denied service get an empty answer and no error, and requests to a granted service pass unchanged [2]', {
  tag: '@firefox',
}, async ({ visitor, page }) => {
  await visitor.opens()
  await bringIn(page, Object.values(OTHER_WAYS), tagOf)
  await visitor.settles()
  forbid('requests to a denied service', namesOf(OTHER_WAYS, visitor.requests()))
  expect(visitor.errors).toEqual([])

  await visitor.opens()
  await visitor.decides(true)
  await expect.poll(visitor.events).toEqual(['page_view'])
  const ways = Object.fromEntries(
    Object.entries({ ...SCRIPT_WAYS, ...OTHER_WAYS }).filter(
      // Leave out ways that make no request in one of the browsers.
      ([name]) =>
        !/preconnect|dns-prefetch|rel=prefetch|modulepreload|embed|^an object by/.test(name),
    ),
  )
  await bringIn(page, Object.values(ways), tagOf)
  const missing = () => {
    const names = namesOf(ways, visitor.requests())
    return Object.keys(ways).filter(name => !names.includes(name))
  }
  await expect.poll(missing).toEqual([])
})

test('documented limits: these requests leave despite the gate, and the tag sends no hit afterwards', {
  tag: '@full',
}, async ({ visitor, page }) => {
  const { google } = visitor.site
  for (const [name, way] of Object.entries(LEAKS))
    await test.step(name, async () => {
      // Each way gets a page of its own, because some ways replace the page's content.
      await visitor.opens()
      google.length = 0
      await bringIn(page, [way])
      await expect.poll(() => google.length, { message: name }).toBe(1)
      await page
        .evaluate(`{
          const gtag = function () { dataLayer.push(arguments) }
          gtag('config', 'G-OTHER')
          gtag('event', 'late')
        }`)
        .catch(() => {})
      await visitor.settles()
      expect([visitor.events(), await visitor.cookies()], name).toEqual([[], []])
    })
})

test('an unmarked Google tag in the HTML is downloaded but does not run, and a warning tells the developer', async ({
  visitor,
  page,
}) => {
  await visitor.opens({ html: sdkPage({ body: RAW }).replace('</head>', `${RAW}</head>`) })
  // Wait: the SDK loads the file with the texts of warnings before it writes the warning.
  const markup = `<script type="text/plain" data-consent="analytics" data-src="${TAG}"></script>`
  await expect.poll(() => visitor.warnings).toEqual([expect.stringContaining(markup)])
  await visitor.settles()
  expect(await hasRun(page)).toBe(false)
  expect(visitor.events()).toEqual([])
  await visitor.decides(true)
  await expect.poll(() => hasRun(page)).toBe(true)
})

test("a Google tag before the SDK's tag runs, but sends and stores nothing, and a warning tells the developer", async ({
  visitor,
  page,
}) => {
  await visitor.opens({
    head: RAW,
    body: `<script>window.dataLayer = window.dataLayer || []
      function gtag() { dataLayer.push(arguments) }
      gtag('js', new Date()); gtag('config', 'G-OTHER')</script>`,
  })
  expect(await hasRun(page)).toBe(true)
  await visitor.settles()
  expect([visitor.events(), await visitor.cookies()]).toEqual([[], []])
  await expect
    .poll(() => [...visitor.warnings].sort())
    .toEqual([
      expect.stringContaining('A tag of Google ran before the SDK: G-OTHER.'),
      expect.stringContaining(TAG),
    ])
})

test('documented limit: a script in a declarative shadow root in the HTML runs', async ({
  visitor,
  page,
}) => {
  const requests = await countRuns(page)
  visitor.serves({ body: `<div><template shadowrootmode="open">${RAW}</template></div>` })
  await page.goto(SDK_PAGE)
  expect([await visitor.notes(), requests, visitor.requests()]).toEqual([[TAG], [TAG], []])
})
