import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type BrowserContext, test as base, expect, type Page, type Route } from '@playwright/test'
import { type Google, playGoogle } from './google.ts'
import { Visitor } from './visitor.ts'

/** The address at which tests serve the console. */
export const CONSOLE = 'https://console.spaceone.test'

/** The folder of the console that `scripts/console.mjs` has built. */
const BUILT = new URL('../results/console/', import.meta.url)

/**
 * The time for which the stand-in for Google's tag collects events before it sends them, in
 * milliseconds. Google's own tag collects for 5000.
 */
const BATCH = 150

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
}

/** A Tag Manager container without tags. */
const EMPTY_CONTAINER = "(window.google_tag_manager ||= {})['GTM-CONSOLE'] = {}"

/** The ids of a console that uses both Google tags. */
const IDS = { GTAG_ID: 'G-CONSOLE2024', GTM_ID: 'GTM-CONSOLE' }

/** Ids that start no tag. */
export const DISABLED = { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED' }

/** `CONSENT` in the console's configuration. */
export const CONSENT = {
  policy: {
    version: '2024-01-18',
    url: { en: `${CONSOLE}/policy/en`, ko: `${CONSOLE}/policy/ko`, ja: `${CONSOLE}/policy/ja` },
  },
}

/**
 * The console example in one browser context, and the requests that its Google stand-in received.
 */
interface ConsoleSite extends Google {
  /** Requests to any other host. Tests expect this list to be empty. */
  readonly outside: string[]
  /** Addresses of the page views sent to the console's own property, in order. */
  views(): (string | null)[]
  /** Paths of the scripts requested from Google, in alphabetical order. */
  loaded(): string[]
}

/**
 * Serves the console with the given configuration, and simulates Google with an empty container.
 */
const playConsole = async (
  context: BrowserContext,
  config: Record<string, unknown>,
): Promise<ConsoleSite> => {
  const google = playGoogle(BATCH)
  const outside: string[] = []

  const own = async (route: Route, { pathname }: URL) => {
    if (pathname === '/config/production.json')
      return route.fulfill({ json: { ...IDS, ...config } })
    const path = extname(pathname) ? pathname.slice(1) : 'index.html'
    const body = await readFile(new URL(path, BUILT), 'utf8').catch(() => undefined)
    if (body === undefined) return route.fulfill({ status: 404, body: 'no such file' })
    return route.fulfill({ contentType: TYPES[extname(path)] ?? 'text/plain', body })
  }

  await context.route('**/*', route => {
    const url = new URL(route.request().url())
    if (url.origin === CONSOLE) return own(route, url)
    if (url.pathname === '/gtm.js') {
      google.google.push({ url, events: [] })
      return route.fulfill({ contentType: 'text/javascript', body: EMPTY_CONTAINER })
    }
    if (google.has(url)) return google.answer(route, url)
    outside.push(url.href)
    return route.abort()
  })

  return {
    ...google,
    outside,
    views: () =>
      google.google
        .filter(({ url }) => url.searchParams.get('tid') === IDS.GTAG_ID)
        .filter(({ events }) => events.some(event => event.get('en') === 'page_view'))
        .map(({ url }) => url.searchParams.get('dl')),
    loaded: () =>
      google.google
        .map(({ url }) => url.pathname)
        .filter(pathname => /\/(gtag\/js|gtm\.js)$/.test(pathname))
        .sort(),
  }
}

/** A visitor of the console. */
class ConsoleVisitor extends Visitor {
  readonly console: ConsoleSite

  constructor(page: Page, console: ConsoleSite) {
    super(page, { site: { ...console, files: [] }, films: [], portal: {}, page: {} })
    this.console = console
  }

  override async goes(path: string): Promise<void> {
    await this.page.goto(CONSOLE + path)
  }

  /** Opens the cookie settings from the user menu. */
  override async opensSettings(): Promise<void> {
    await this.page.locator('.account summary').click()
    await this.page.locator('.account .cookie-settings').click()
  }

  /** Opens one page after the other with the side menu. */
  async walks(...names: string[]): Promise<void> {
    for (const name of names) await this.page.locator('.side-menu').getByText(name).click()
  }

  /** Expects page views with these paths, and no others since the last call. */
  async isCounted(...paths: string[]): Promise<void> {
    const addresses = paths.map(path => CONSOLE + path)
    await expect.poll(() => this.console.views().slice(this.#seen)).toEqual(addresses)
    this.#seen += paths.length
  }

  #seen = 0
}

interface Fixtures {
  /** The console's production configuration. @default both ids and a consent block */
  readonly config: Record<string, unknown>
  readonly visitor: ConsoleVisitor
}

/** Playwright's `test` with a visitor of the console. */
export const test = base.extend<Fixtures>({
  config: [{ CONSENT }, { option: true }],
  visitor: async ({ page, context, config }, use) => {
    await signIn(context)
    await use(new ConsoleVisitor(page, await playConsole(context, config)))
  },
})

/** Opens the console as a signed-in user. */
const signIn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // Firefox runs this script on the blank start page too, where storage throws.
    if (location.protocol !== 'https:') return
    const session = { userId: 'jiwon@example.com', language: 'en' }
    localStorage.setItem('console/session', JSON.stringify(session))
  })
