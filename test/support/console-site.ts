import { type BrowserContext, expect, type Page } from '@playwright/test'
import { CONSOLE, IDS, viewsOf } from '../everywhere/console.ts'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { createWorld } from '../everywhere/world.ts'
import { test as base } from './page-console.ts'
import { readOwn } from './read-own.ts'
import { Visitor } from './visitor.ts'

const EMPTY_CONTAINER = "(window.google_tag_manager ||= {})['GTM-CONSOLE'] = {}"

export const DISABLED = { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED' }

export const CONSENT = {
  policy: {
    version: '2024-01-18',
    url: { en: `${CONSOLE}/policy/en`, ko: `${CONSOLE}/policy/ko`, ja: `${CONSOLE}/policy/ja` },
  },
}

const playConsole = async (context: BrowserContext, config: Record<string, unknown>) => {
  const [page = '', vue3 = ''] = await Promise.all(
    ['index', 'vue-3'].map(name => readOwn(`test/results/console/${name}.html`)),
  )
  const world = createWorld({
    [`${CONSOLE}/config/production.json`]: JSON.stringify({ ...IDS, ...config }),
    [`${CONSOLE}/cost-report`]: page,
    [`${CONSOLE}/dashboard`]: page,
    [`${CONSOLE}/vue-3.html`]: vue3,
  })
  const { google } = world
  await enterWorld(context, world)
  await context.route('https://www.googletagmanager.com/gtm.js*', route => {
    google.push({ url: new URL(route.request().url()), events: [] })
    return route.fulfill({ contentType: 'text/javascript', body: EMPTY_CONTAINER })
  })
  return {
    ...world,
    views: () => viewsOf(world),
    loaded: () =>
      google
        .map(({ url }) => url.pathname)
        .filter(pathname => /\/(gtag\/js|gtm\.js)$/.test(pathname))
        .sort(),
  }
}

type ConsoleSite = Awaited<ReturnType<typeof playConsole>>

class ConsoleVisitor extends Visitor {
  readonly console: ConsoleSite

  constructor(page: Page, console: ConsoleSite) {
    super(page, { site: { ...console, files: [] }, films: [], portal: {}, page: {} })
    this.console = console
  }

  override async goes(path: string): Promise<void> {
    await this.page.goto(CONSOLE + path)
  }

  override async opensSettings(): Promise<void> {
    await this.page.locator('.account summary').click()
    await this.page.locator('.account .cookie-settings').click()
  }

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

export const test = base.extend<Fixtures>({
  config: [{ CONSENT }, { option: true }],
  visitor: async ({ page, context, config }, use) => {
    await signIn(context)
    await use(new ConsoleVisitor(page, await playConsole(context, config)))
  },
})

const signIn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // Firefox runs this script on the blank start page too, where storage throws.
    if (location.protocol !== 'https:') return
    const session = { userId: 'jiwon@example.com', language: 'en' }
    localStorage.setItem('console/session', JSON.stringify(session))
  })
