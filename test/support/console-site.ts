import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { BrowserContext, Page, Route } from '@playwright/test'
import { type Google, playGoogle } from './google.ts'

/** Where the console is played. */
export const CONSOLE = 'https://console.spaceone.test'

/** What `scripts/console.mjs` has built. */
const BUILT = new URL('../results/console/', import.meta.url)

/** How long the tag collects events before it sends them, in milliseconds; Google's takes 5000. */
const BATCH = 400

/** Longer than anything that was queued could take to leave, in milliseconds. */
export const SETTLED = 2 * BATCH

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
}

/** A container that has nothing in it. */
const EMPTY_CONTAINER = "(window.google_tag_manager ||= {})['GTM-CONSOLE'] = {}"

/** The ids of an installation that measures. */
const IDS = { GTAG_ID: 'G-CONSOLE2024', GTM_ID: 'GTM-CONSOLE' }

/** Nothing starts. */
export const DISABLED = { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED' }

/** The block that puts the consent in front. */
export const CONSENT = {
  policy: {
    version: '2024-01-18',
    url: { en: `${CONSOLE}/policy/en`, ko: `${CONSOLE}/policy/ko`, ja: `${CONSOLE}/policy/ja` },
  },
}

/** The console example, played to one browser context, and what Google has seen of it. */
export interface ConsoleSite extends Google {
  /** Every request to any other host outside. A test expects none. */
  readonly outside: string[]
  /** Addresses of the page views that the console's own property got, in order. */
  views(): (string | null)[]
  /** Paths of the scripts that Google was asked for, in alphabetical order. */
  loaded(): string[]
}

/**
 * Plays the console with what its operator has configured, and Google to it.
 *
 * @param container Whether the container has a tag of its own in it.
 */
export const playConsole = async (
  context: BrowserContext,
  config: Record<string, unknown> = {},
  container: 'empty' | 'with a tag' = 'empty',
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
    if (url.pathname === '/gtm.js' && container === 'empty') {
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

/** Comes back to the console as somebody who is signed in. */
export const signedIn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // Firefox runs this on the blank page before it as well, where there is no storage.
    if (location.protocol !== 'https:') return
    const session = { userId: 'jiwon@example.com', language: 'en' }
    localStorage.setItem('console/session', JSON.stringify(session))
  })

/** Goes from page to page by the side menu. */
export const walk = async (page: Page, ...names: string[]): Promise<void> => {
  for (const name of names) await page.locator('.side-menu').getByText(name).click()
}
