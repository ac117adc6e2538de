import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { createWorld, type World } from '../everywhere/world.ts'
import { PORTAL } from './portal-site.ts'

const ELSEWHERE = `${PORTAL}/elsewhere`

/** The site of the same wrapper without the SDK. */
export const WITHOUT = 'https://without.test'

/** Firebase's servers, which it asks before it inserts Google's tag. */
const FIREBASE: Record<string, unknown> = {
  'firebase.googleapis.com': { measurementId: 'G-WRAPPED', appId: '1:1:web:1' },
  'firebaseinstallations.googleapis.com': {
    fid: 'wrapped',
    refreshToken: 'none',
    authToken: { token: 'none', expiresIn: '604800s' },
  },
}

const SENT = 'sent'

/** Notes what reaches `fetch` and `sendBeacon`: routes do not see what a closing page sends. */
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

export const leave = async (page: Page): Promise<string> => {
  await page.evaluate(name => localStorage.removeItem(name), SENT)
  await page.goto(new URL('/elsewhere', page.url()).href)
  return page.evaluate(name => localStorage.getItem(name) ?? '', SENT)
}

export const playWrapper = async (context: BrowserContext, wrapper: string): Promise<World> => {
  const bundle = (way: string) =>
    readFile(new URL(`../wrappers/dist/${way}/${wrapper}.js`, import.meta.url), 'utf8')
  const page = (way: string) => `<!doctype html><title>${wrapper}</title>
    <link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/${way}.js"></script>`
  const world = createWorld({
    [`${PORTAL}/`]: page('with'),
    [`${PORTAL}/with.js`]: await bundle('with'),
    // A site of its own, whose storage the other does not see.
    [`${WITHOUT}/`]: page('without'),
    [`${WITHOUT}/without.js`]: await bundle('without'),
    [`${WITHOUT}/elsewhere`]: '<title>Elsewhere</title>',
    [ELSEWHERE]: '<title>Elsewhere</title>',
  })
  await context.addInitScript(keepSent, SENT)
  await enterWorld(context, world)
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }
  for (const [host, json] of Object.entries(FIREBASE))
    await context.route(`https://${host}/**`, route => {
      world.outside.push(host)
      return route.fulfill({ json, headers })
    })
  return world
}
