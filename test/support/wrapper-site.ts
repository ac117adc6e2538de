import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page, Route } from '@playwright/test'
import { type Google, playGoogle } from './google.ts'
import { PORTAL } from './portal-site.ts'

/**
 * The time for which the stand-in for Google's tag collects events before it sends them, in
 * milliseconds. Google's own tag collects for 5000.
 */
const BATCH = 100

/** A time after which the stand-in has sent every event that waits, in milliseconds. */
export const SETTLED = 4 * BATCH

/** An empty page, to which tests go when they leave the page under test. */
const ELSEWHERE = `${PORTAL}/elsewhere`

/**
 * The responses of Firebase's servers to the requests that Firebase sends before it inserts
 * Google's tag.
 */
const FIREBASE: Record<string, unknown> = {
  'firebase.googleapis.com': { measurementId: 'G-WRAPPED', appId: '1:1:web:1' },
  'firebaseinstallations.googleapis.com': {
    fid: 'wrapped',
    refreshToken: 'none',
    authToken: { token: 'none', expiresIn: '604800s' },
  },
}

/** The `localStorage` entry in which the page notes what it has sent. */
const SENT = 'sent'

/**
 * Stores every call of `fetch` and `sendBeacon` that reaches the browser's own function.
 * Playwright's routes do not see requests that Chromium sends while a page closes.
 */
const keepSent = (name: string) => {
  const keep = (url: unknown, body: unknown) =>
    localStorage.setItem(name, `${localStorage.getItem(name) ?? ''}${url} ${body ?? ''}\n`)
  const { fetch } = window
  window.fetch = (input, options) => {
    keep(input instanceof Request ? input.url : input, options?.body)
    return fetch.call(window, input, options)
  }
  const { sendBeacon } = Navigator.prototype
  Navigator.prototype.sendBeacon = function (url, body) {
    keep(url, body)
    return sendBeacon.call(this, url, body)
  }
}

/** Leaves the page, and returns the requests that the page sent in the meantime. */
export const leave = async (page: Page): Promise<string> => {
  await page.evaluate(name => localStorage.removeItem(name), SENT)
  await page.goto(ELSEWHERE)
  return page.evaluate(name => localStorage.getItem(name) ?? '', SENT)
}

/** A page with one wrapper library, and the requests that were made. */
export interface WrapperSite extends Google {
  /** The host of each request that did not go to Google Analytics. */
  readonly outside: string[]
}

/** Serves a page with a bundle of `test/wrappers`, and simulates Google. */
export const playWrapper = async (
  context: BrowserContext,
  wrapper: string,
  way: 'with' | 'without',
): Promise<WrapperSite> => {
  const google = playGoogle(BATCH)
  const outside: string[] = []
  const bundle = new URL(`../wrappers/dist/${way}/${wrapper}.js`, import.meta.url)
  const html = `<!doctype html><title>${wrapper}</title><link rel="icon" href="data:,">
    <div id="app"></div><script type="module" src="/bundle.js"></script>`

  const own = async (route: Route, { pathname }: URL) => {
    if (pathname === '/bundle.js')
      return route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(bundle, 'utf8'),
      })
    return route.fulfill({ contentType: 'text/html', body: pathname === '/' ? html : ' ' })
  }

  await context.addInitScript(keepSent, SENT)
  await context.route('**/*', route => {
    const url = new URL(route.request().url())
    if (url.origin === PORTAL) return own(route, url)
    if (google.has(url)) return google.answer(route, url)
    outside.push(url.hostname)
    const answer = FIREBASE[url.hostname]
    if (!answer) return route.abort()
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }
    return route.fulfill({ json: answer, headers })
  })

  return { ...google, outside }
}
