// @ts-check
// Measures what the start of the SDK costs a page, compared with two other consent tools: bytes,
// time and memory of a first visit, and of a visit after accepting.

import { chromium } from '@playwright/test'
import { BROWSERS } from '../lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../lib/chromium-flags.mjs'
import { installPackages } from './start-up/install-packages.mjs'
import { EMPTY, serveSites } from './start-up/serve-sites.mjs'
import { FIRST_VISIT, table, VISIT_AFTER_ACCEPTING } from './start-up/table.mjs'
import { orejime } from './start-up/tools/orejime.mjs'
import { spaceoneConsent } from './start-up/tools/spaceone-consent.mjs'
import { TOOLS } from './start-up/tools.mjs'
import { visit } from './start-up/visit.mjs'

/** @typedef {import('./start-up/visit.mjs').Figures} Figures */

/** Visits that are not counted, in which the browser reads its own files for the first time. */
const WARM_UP = 1

const SITES = [EMPTY, ...TOOLS.map(({ name }) => name)]

/** Every visit looks for the banners of all tools, so that looking costs each site the same. */
const BANNERS = TOOLS.map(({ banner }) => banner)

/**
 * Measures and prints both kinds of visit.
 *
 * @param {number} visits How often each site is visited; the sites are visited in turn.
 */
export const measureStartUp = async visits => {
  const packages = TOOLS.flatMap(tool => tool.package ?? [])
  const { modules, remove } = await installPackages(packages)
  const site = await serveSites(TOOLS, modules)
  // At this point the server has all files in memory.
  remove()
  const browser = await chromium.launch({
    executablePath: BROWSERS.chromium.path,
    args: CHROMIUM_FLAGS,
  })
  /** @type {Record<string, Figures[]>} */
  const first = Object.fromEntries(SITES.map(name => [name, []]))
  /** @type {Record<string, Figures[]>} */
  const afterAccepting = Object.fromEntries(SITES.map(name => [name, []]))
  try {
    for (let turn = -WARM_UP; turn < visits; turn += 1)
      for (const name of SITES) {
        const context = await browser.newContext()
        const [one, two] = await visitTwice(context, `${site.address}/${name}/`)
        if (turn >= 0) {
          first[name]?.push(one)
          afterAccepting[name]?.push(two)
        }
        await context.close()
      }
  } finally {
    await browser.close()
    await site.close()
  }

  const own = spaceoneConsent.name
  const peers = SITES.filter(name => name !== own && name !== EMPTY)
  const names = { own, peers, compared: orejime.name, empty: EMPTY }
  const title = `chromium ${browser.version()}: start-up beside ${packages.join(' and ')}`
  console.log(`\n${title}, a first visit`)
  console.table(table(FIRST_VISIT, first, names))
  console.log(`\n${title}, a visit after accepting`)
  console.table(table(VISIT_AFTER_ACCEPTING, afterAccepting, names))
  console.log(
    `Median of ${visits} visits [the middle half of them]; 1 kB is 1,024 bytes. ` +
      'Times depend on other work of the machine: compare only runs of an idle machine.',
  )
}

/**
 * Visits a site for the first time, accepts everything, and visits the site again.
 *
 * @param {import('@playwright/test').BrowserContext} context A new browser context.
 * @param {string} address
 * @returns {Promise<[Figures, Figures]>}
 * @throws Error when accepting leads to no request to Google, because the second visit would then
 *   measure nothing.
 */
const visitTwice = async (context, address) => {
  const tool = TOOLS.find(({ name }) => address.endsWith(`/${name}/`))
  const first = await visit(context, address, tool ? BANNERS : [])
  if (tool) await first.page.locator(tool.accept).click()
  await first.rest()
  await first.page.close()
  const second = await visit(context, address, [])
  if (tool && second.figures.googleRequests === 0)
    throw new Error(`${tool.name} requested nothing from Google after a click on ${tool.accept}.`)
  return [first.figures, second.figures]
}
