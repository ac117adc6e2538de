import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page, Route } from '@playwright/test'
import { type Google, playGoogle } from './google.ts'
import { PORTAL } from './portal-site.ts'

/** How long the tag collects events before it sends them, in milliseconds; Google's takes 5000. */
const BATCH = 200

/** Longer than anything that was queued could take to leave, in milliseconds. */
export const SETTLED = 3 * BATCH

/** A page that has nothing on it, to leave for. */
const ELSEWHERE = `${PORTAL}/elsewhere`

/** What Firebase's servers answer before its wrapper brings the tag in. */
const FIREBASE: Record<string, unknown> = {
  'firebase.googleapis.com': { measurementId: 'G-WRAPPED', appId: '1:1:web:1' },
  'firebaseinstallations.googleapis.com': {
    fid: 'wrapped',
    refreshToken: 'none',
    authToken: { token: 'none', expiresIn: '604800s' },
  },
}

/** Under which name the page keeps what it has sent. */
const SENT = 'sent'

/**
 * Keeps what reaches the browser's own functions, whoever stands before them: no route is asked
 * about what Chromium sends while a page goes.
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

/** Leaves the page, and gives what it has sent meanwhile. */
export const leave = async (page: Page): Promise<string> => {
  await page.evaluate(name => localStorage.removeItem(name), SENT)
  await page.goto(ELSEWHERE)
  return page.evaluate(name => localStorage.getItem(name) ?? '', SENT)
}

/** A page with one wrapper on it, and what has been asked of whom. */
export interface WrapperSite extends Google {
  /** Hosts outside that are none of Google Analytics', each time they are asked. */
  readonly outside: string[]
}

/** Plays a host's page that has a bundle of `test/wrappers` on it, and Google to it. */
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
