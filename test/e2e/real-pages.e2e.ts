import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'
import { HOST, TAG } from '../everywhere/host-page.ts'
import { enterWorld, playwrightVisitor } from '../everywhere/playwright-visitor.ts'
import { until, untilGone, untilShown } from '../everywhere/visitor.ts'
import { createWorld, SETTLED, type ServedPages } from '../everywhere/world.ts'
import { test } from '../support/page-console.ts'

interface Library {
  /** Uses the library as pages do, and returns a result to compare. */
  use(root: Element): Promise<unknown>
  reach(name: string): void
}

declare global {
  interface Window {
    readonly library: Library
  }
}

/** Paths of Debian's scripts, by library. Each script has to run before the library's own file. */
const DEBIAN: Readonly<Record<string, string>> = {
  mootools: BROWSERS.mooTools.path,
  prototype: BROWSERS.prototypeJs.path,
}

/** The name of the library that answers requests for Google's tag, so that the tag never runs. */
const ANSWERS_TAG = 'ad-blocker'

const LIBRARIES = readdirSync(new URL('../real-pages/libraries', import.meta.url)).map(file =>
  file.slice(0, -'.js'.length),
)

const GOOGLES_TAG = 'https://www.googletagmanager.com/gtag/js'

/** The libraries that send reports of their own, which a page declares as a service. */
const SENDERS = ['amplitude', 'clarity', 'datadog', 'posthog', 'sentry']

const REPORTS = 'https://reports.test'

const SEND_THERE = `<script>var reports = '${REPORTS}/report'</script>`

const DECLARED = `<script>
  function spaceoneConsent() { (spaceoneConsent.q = spaceoneConsent.q || []).push(arguments) }
  spaceoneConsent({ services: [{
    name: 'Reports', category: 'analytics', addresses: ['${new URL(REPORTS).hostname}'],
    recipients: { company: 'Reports Ltd.', country: 'KR', relation: 'processor' },
    retention: 'not-stated',
  }] })
</script>`

const read = (file: URL | string) => readFileSync(file, 'utf8')

const SCRIPT = '<script src="/library.js"></script>'

const USE = `<script>
  document.cookie = 'session=1; path=/'
  Promise.resolve(library.use(document.querySelector('#app'))).then(
    result => seen.notes.push(result),
    error => seen.notes.push('failed: ' + error),
  )
</script>`

const pageOf = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Site</title><link rel="icon" href="data:,">${head}</head>
  <body><h1>Site</h1><a href="/cookies" data-consent-open>Cookies</a><div id="app"></div>${body}</body></html>`

/**
 * For each page of a library a site of its own, whose cookies and storage are empty. On `declared`
 * the library sends its reports to a host of a declared service.
 */
const SITES = {
  without: 'https://www.without.test',
  before: 'https://www.before.test',
  after: 'https://www.after.test',
  declared: 'https://www.declared.test',
} as const

const pagesOf = (name: string): ServedPages => {
  const debian = DEBIAN[name]
  const library = read(new URL(`../real-pages/dist/${name}.js`, import.meta.url))
  const pages = {
    without: pageOf(SCRIPT, USE),
    before: pageOf(SCRIPT + TAG, USE),
    after: pageOf(TAG, SCRIPT + USE),
    declared: pageOf(SEND_THERE + DECLARED + TAG, SCRIPT + USE),
  }
  const files = (site: string, page: string) => ({
    [`${site}/`]: page,
    [`${site}/next`]: pageOf('', ''),
    [`${site}/cookies`]: pageOf('', ''),
    [`${site}/part`]: '<p>a part</p><turbo-frame id="part">in a frame</turbo-frame>',
    [`${site}/report`]: 'ok',
    [`${site}/library.js`]: debian ? `${read(debian)}\n${library}` : library,
  })
  return {
    // Sentry sends its reports there.
    [`${HOST}/`]: '',
    ...files(SITES.without, pages.without),
    ...files(SITES.before, pages.before),
    ...files(SITES.after, pages.after),
    ...files(SITES.declared, pages.declared),
    [`${REPORTS}/report`]: { body: 'ok', headers: { 'Access-Control-Allow-Origin': '*' } },
    ...(name === ANSWERS_TAG && { [GOOGLES_TAG]: library }),
  }
}

/** The SDK's warning when Firefox cancels the placeholder's file of a page that is left. */
const CANCELLED = '[SpaceONE Consent] missing-file placeholder'

const errorsOf = (page: Page) => {
  const errors: string[] = []
  page.on('pageerror', ({ message, stack }) => {
    // Google's tag throws on frozen prototypes: it cannot replace `push` of the data layer.
    const [thrower = ''] = /https:[^\s)]+/.exec(stack ?? '') ?? []
    if (!thrower.startsWith(GOOGLES_TAG)) errors.push(message)
  })
  page.on('console', message => {
    const text = message.text()
    if (text.startsWith(CANCELLED)) return
    if (message.type() === 'error' || text.includes('[SpaceONE Consent]')) errors.push(text)
  })
  return errors
}

/** Removes what differs: Google's event, and PostHog's cookie for the widest domain. */
const anonymous = (error: string) =>
  error.replace(/\b(en=|dmn_chk_)[\w-]+|(without|before|after|declared)(?=\.test)/g, '$1')

const reach = (page: Page, name: string) => page.evaluate(name => window.library.reach(name), name)

const resultOf = async (page: Page) => {
  await page.waitForFunction(() => window.seen.notes.length > 0)
  return page.evaluate(() => window.seen.notes)
}

const ofGoogle = (names: readonly string[]) => names.filter(name => name.startsWith('_ga'))

const isOurs = (name: string) => name === 'spaceone_consent' || name.startsWith('_ga')

for (const name of LIBRARIES)
  test(`${name} before and after consent.js works as without the SDK, and reaches Google, and sends reports as a declared service, only while analytics is granted [1, 2, 5, 22, 23, 27]`, {
    tag: '@full',
  }, async ({ context, page }) => {
    const world = createWorld(pagesOf(name))
    await enterWorld(context, world)
    const visitor = playwrightVisitor(page)
    const errors = errorsOf(page)

    const sent = () => [
      ...world.google.map(({ url }) => url.href),
      ...world.asked.filter(
        address => address.startsWith(GOOGLES_TAG) || address.startsWith(REPORTS),
      ),
    ]
    const open = async (site: string) => {
      await visitor.visit(`${site}/`)
      return resultOf(page)
    }

    const without =
      await test.step('without the SDK the library works and sends its event to Google', async () => {
        const result = await open(SITES.without)
        expect(result, 'what came of it, or why it failed').toEqual([expect.any(Array)])
        await reach(page, 'without')
        await until('the event', () => world.events().includes('without'))
        return { result, errors: errors.splice(0) }
      })
    const known = new Set(without.errors.map(anonymous))

    const hasReported = () => world.asked.join().includes(`${SITES.without}/report`)
    // Some libraries report while the page is open, others when it is left. Clarity reports nothing
    // of a page that is left in its first second.
    for (let waited = 0; SENDERS.includes(name) && !hasReported() && waited < 3000; waited += 100)
      await page.waitForTimeout(100)
    // What the page sends while it is left may still arrive.
    await visitor.visit(`${SITES.without}/next`)
    await page.waitForTimeout(SETTLED)
    if (SENDERS.includes(name)) expect(hasReported()).toBe(true)
    for (const order of ['before', 'after', 'declared'] as const) {
      if (order === 'declared' && !SENDERS.includes(name)) continue
      const site = SITES[order]
      const isDeclared = order === 'declared'
      const atStart = sent()
      const eventsAtStart = world.events().length
      const events = () => world.events().slice(eventsAtStart)

      await test.step(`${order} consent.js, before a decision nothing is sent to Google`, async () => {
        const result = await open(site)
        await reach(page, 'early')
        await untilShown(visitor, 'banner')
        expect(sent()).toEqual(atStart)
        expect((await visitor.cookieNames()).filter(isOurs)).toEqual([])
        if (!isDeclared) expect(result).toEqual(without.result)
      })

      await test.step('after a refusal nothing is sent to Google, on this page or on the next', async () => {
        await visitor.click('reject-all')
        await untilGone(visitor, 'banner')
        await reach(page, 'refused')
        await open(site)
        await reach(page, 'refused')
        await page.waitForTimeout(SETTLED)
        expect(sent()).toEqual(atStart)
        expect((await visitor.cookieNames()).filter(isOurs)).toEqual(['spaceone_consent'])
        expect(await visitor.isShown('banner')).toBe(false)
      })

      await test.step('after a grant the tag is loaded, and an event sent through the library arrives', async () => {
        await page.getByText('Cookies', { exact: true }).click()
        const before = sent().length
        await visitor.click('accept-all')
        // Until the code that starts Google's tag has run, all requests to Google stay blocked.
        await until('the tag', () =>
          sent()
            .slice(before)
            .some(address => address.startsWith(GOOGLES_TAG)),
        )
        await reach(page, 'granted')
        await until('the event', () => events().includes('granted'))
        if (name === ANSWERS_TAG) return
        await until('the page view', () => events().includes('page_view'))
        expect(ofGoogle(await visitor.cookieNames())).toEqual(['_ga', '_ga_TEST123'])
        if (!isDeclared) return
        // Libraries send what they have kept when the page is left.
        await open(site)
        await page.waitForTimeout(SETTLED)
        await visitor.visit(`${site}/next`)
        await open(site)
        await until('a report', () => sent().some(address => address.startsWith(REPORTS)))
        await page.waitForTimeout(SETTLED)
      })

      await test.step("after a withdrawal nothing is sent, and Google's cookies are deleted", async () => {
        await visitor.run(() => {
          window.gtag('event', 'queued')
          window.spaceoneConsent.withdraw('analytics')
        })
        const before = sent()
        await reach(page, 'late')
        // Clarity answers once on a page, so this does not wait for the result.
        if (isDeclared)
          await visitor.run(
            () => void window.library.use(document.querySelector('#app') as Element),
          )
        await page.waitForTimeout(SETTLED)
        expect(sent()).toEqual(before)
        const names = await visitor.cookieNames()
        expect(ofGoogle(names)).toEqual([])
        expect(names).toContain('session')
        if (!isDeclared) expect(await resultOf(page)).toEqual(without.result)
        await visitor.visit(`${site}/next`)
        await page.waitForTimeout(SETTLED)
        expect(sent()).toEqual(before)
      })

      const others = errors.splice(0).map(anonymous)
      if (!isDeclared) expect(others.filter(error => !known.has(error))).toEqual([])
    }
    expect(world.outside).toEqual([])
  })
