import type { Inventory } from '@spaceone/consent/inventory'
import { afterAll } from 'vitest'
import { BROWSERS } from '../../../../scripts/lib/browsers.mjs'
import { type AuditOptions, playPages } from '../../src/audit.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Verdict } from '../../src/judge/verdict.ts'
import type { Seen } from '../../src/seen.ts'
import { startWatchedBrowser, type WatchedBrowser } from '../../src/watch/watch-browser.ts'
import { type Site, serveWorld, type World } from './serve-world.ts'

/** The address that the tests audit by default. */
export const SHOP = 'http://shop.example/'

/** The option that chooses the browser of the tests. */
export const BROWSER = { browserPath: BROWSERS.chromium.path }

/** How long the visitors of the tests look at a page, in milliseconds. */
const WAIT = 300

/** The options of the audit that a test sets. */
export type Play = Partial<AuditOptions>

let world: World | undefined
let browser: Promise<WatchedBrowser> | undefined

/** Starts one browser for all tests of a file. All its connections go to the test's `World`. */
const browserNow = (): Promise<WatchedBrowser> => {
  browser ??= startWatchedBrowser(BROWSER, async (host, port) => {
    if (!world) throw new Error('no world is served')
    return world.connect(host, port)
  })
  return browser
}

afterAll(async () => {
  await (await browser)?.close()
})

/** Audits pages of a world, by default `SHOP`. Returns what the audit saw, and judges nothing. */
export const playIn = (served: World, options: Play = {}): Promise<Seen> => {
  world = served
  return playPages(browserNow, { urls: [SHOP], wait: WAIT, ...options })
}

/** Serves a site, audits its first page, and judges it. */
export const verdictOn = async (
  site: Site,
  options: Play = {},
  others: Readonly<Record<string, Site>> = {},
  inventory?: Inventory,
): Promise<Verdict> => {
  const served = await serveWorld({ 'shop.example': site, ...others })
  try {
    return judge(await playIn(served, options), inventory)
  } finally {
    await served.close()
  }
}

/** Returns the rules that fail, each with the thing that breaks it. */
export const failuresOf = ({ findings }: Verdict): string[] => [
  ...new Set(
    findings
      .filter(({ outcome, isNote }) => outcome === 'fails' && !isNote)
      .map(({ rule, what }) => `${rule}: ${what}`),
  ),
]
