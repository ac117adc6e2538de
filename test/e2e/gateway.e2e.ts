import { type Browser, expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { GATEWAY_TAG as ID } from '../support/google.ts'
import { PORTAL } from '../support/portal-site.ts'
import { SDK_PAGE, SETTINGS, STUB } from '../support/sdk-page.ts'
import { test, Visitor } from '../support/visitor.ts'

// A gateway serves Google's tags, and takes their hits, on a path of the site.

interface Gateway {
  readonly src: string
  /** Attributes of the SDK's script tag. @default `data-ga` with the id of the gateway's tag */
  readonly attributes?: string
  /** Calls of the page before the script. @default the calls of Google's snippet */
  readonly snippet?: string
  /** Whether the SDK knows neither an id of the script's address nor the address. @default false */
  readonly isUnknown?: boolean
  /** Where hits go after the grant. @default to the gateway, with the id of its tag */
  readonly hits?: RegExp
  /** What the console says of a gateway above consent.js. @default nothing */
  readonly warning?: string
}

const SNIPPET = `gtag('js', new Date()); gtag('config', '${ID}')`
const CONTAINER = "dataLayer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })"
const INJECTED = `google_tags_first_party = ['${ID}']; ${SNIPPET}`
const MANAGER = { attributes: 'data-gtm="GTM-TEST123"', snippet: CONTAINER, hits: /tid=G-WRAPPED/ }
const SERVER = { attributes: `data-ga="${ID}" data-ga-server="/metrics"`, hits: /metrics\/g\/c/ }
const SITE_KIT = '/wp-content/plugins/google-site-kit/gtg/measurement.php'

const GATEWAYS: Readonly<Record<string, Gateway>> = {
  'the id': { src: `/metrics/?id=${ID}` },
  'a path of Google': { src: `/metrics/gtag/js?l=dataLayer&id=${ID}` },
  'Site Kit': { src: `${SITE_KIT}?id=${ID}&s=/gtag/js` },
  'no id': { src: '/metrics/', isUnknown: true },
  'the injection of a CDN': {
    src: '/metrics/',
    snippet: INJECTED,
    isUnknown: true,
    warning: `Google's tag gateway serves a tag on a path of this site: ${ID}.`,
  },
  'data-ga-server': { ...SERVER, src: '/metrics/' },
  'data-ga-server and the id': { ...SERVER, src: `/metrics/?id=${ID}` },
  'data-gtm': { ...MANAGER, src: '/metrics/gtm.js?id=GTM-TEST123' },
  'data-gtm and the gateway alone': { ...MANAGER, src: '/metrics/?id=GTM-TEST123' },
}

const WAYS = {
  'in the HTML': (src: string) => `<script async src="${src}"></script>`,
  'inserted by a script': (src: string) => `<script>{
    const script = Object.assign(document.createElement('script'), { async: true, src: '${src}' })
    document.head.append(script)
  }</script>`,
}

const pageWith = (gateway: Gateway, way: keyof typeof WAYS, isBefore: boolean) => {
  const { src, attributes = `data-ga="${ID}"`, snippet = SNIPPET } = gateway
  const tag = `<script>
    dataLayer = []
    function gtag() { dataLayer.push(arguments) }
    ${snippet}
  </script>${WAYS[way](src)}`
  const sdk = `<script src="/consent/consent.js" ${attributes} data-policy-version="1"></script>`
  const head = isBefore ? tag + sdk : sdk + tag
  return `<!doctype html><html lang="en"><head>${STUB}${head}</head><body>${SETTINGS}</body></html>`
}

/** Loads a page. Scripts of a gateway above consent.js load only once the SDK has started. */
const load = async (visitor: Visitor, isBefore: boolean, go: () => Promise<unknown>) => {
  const release = isBefore ? await visitor.waitsFor(/\/(metrics|gtg)\//) : () => {}
  await go()
  await visitor.isStarted()
  release()
}

const NOT_LOADED = { waitUntil: 'domcontentloaded' } as const

/** Opens a page for each gateway, each in a browser context of its own, one after another. */
const openAll = async (browser: Browser, way: keyof typeof WAYS, isBefore: boolean) => {
  const cases = []
  for (const [name, gateway] of Object.entries(GATEWAYS)) {
    const context = await browser.newContext()
    const visitor = await new Visitor(await context.newPage()).isServed()
    visitor.serves({ html: pageWith(gateway, way, isBefore) })
    await load(visitor, isBefore, () => visitor.page.goto(SDK_PAGE, NOT_LOADED))
    await expect(visitor.banner).toBeVisible()
    cases.push({ name, gateway, visitor })
  }
  return cases
}

type Case = Awaited<ReturnType<typeof openAll>>[number]

/** Returns the addresses of a page's requests to Google or to the gateway, and which are hits. */
const requestsOf = ({ visitor }: Case) => {
  const all = visitor.requests()
  return { all, hits: all.filter(address => address.includes('tid=')) }
}

const cookiesOf = async ({ visitor }: Case) =>
  (await visitor.cookies()).filter(name => name !== 'spaceone_consent')

/** Returns the addresses of the scripts in a page, besides the SDK's and the container's tag. */
const copiesOf = ({ visitor }: Case) =>
  visitor.page.evaluate(() =>
    [...document.scripts]
      .map(({ src }) => src)
      .filter(src => src && !/consent\.js|WRAPPED/.test(src)),
  )

const forbidAll = async (cases: readonly Case[], requests: (one: Case) => readonly string[]) => {
  await cases[0]?.visitor.settles()
  for (const one of cases) {
    forbid(`requests with ${one.name}`, requests(one))
    forbid(`cookies with ${one.name}`, await cookiesOf(one))
  }
}

for (const isBefore of [true, false])
  for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[])
    test(`a tag of Google's tag gateway ${isBefore ? 'above' : 'below'} consent.js, ${way}, sends nothing before the choice and after a withdrawal, and measures the page of the grant once [1, 2]`, {
      tag: isBefore && way === 'in the HTML' ? [] : '@full',
    }, async ({ browser }) => {
      test.slow()
      const cases = await openAll(browser, way, isBefore)
      // The browser downloads a script of the HTML, and a script above consent.js runs.
      const isRequested = isBefore || way === 'in the HTML'
      await forbidAll(cases, one => {
        const { all, hits } = requestsOf(one)
        return isRequested || one.gateway.isUnknown ? hits : all
      })

      for (const { gateway, visitor } of cases)
        await expect
          .poll(() => visitor.warnings.join())
          .toContain((isBefore && gateway.warning) || '')

      for (const { visitor } of cases) await visitor.accepts()
      for (const one of cases)
        await expect.poll(one.visitor.events, { message: one.name }).toEqual(['page_view'])
      await cases[0]?.visitor.settles()
      for (const one of cases) {
        const { src, hits: to = /\/ga\/g\/c[?&].*tid=G-TEST123/ } = one.gateway
        const { all, hits } = requestsOf(one)
        forbid(
          `copies from Google with ${one.name}`,
          all.filter(address => /google/.test(new URL(address).host)),
        )
        expect(hits, one.name).toEqual([expect.stringMatching(to)])
        expect(await copiesOf(one), one.name).toEqual([PORTAL + src])
        expect(await cookiesOf(one), one.name).toEqual(['_ga', expect.stringMatching(/^_ga_/)])
      }

      const before = new Map(cases.map(one => [one, requestsOf(one).all.length]))
      for (const { visitor } of cases)
        await visitor.page.evaluate(() => {
          window.dataLayer.push({ event: 'queued' } as never)
          window.gtag('event', 'queued')
          window.spaceoneConsent.withdraw('analytics')
        })
      await forbidAll(cases, one => requestsOf(one).all.slice(before.get(one)))

      for (const { visitor } of cases)
        await load(visitor, isBefore, () => visitor.page.reload(NOT_LOADED))
      await forbidAll(cases, one => requestsOf(one).hits.slice(1))
      for (const { visitor } of cases) await visitor.context.close()
    })
