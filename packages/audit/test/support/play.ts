import type { Inventory } from '@spaceone/consent/inventory'
import { BROWSERS } from '../../../../scripts/lib/browsers.mjs'
import { type AuditOptions, audit } from '../../src/audit.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Verdict } from '../../src/judge/verdict.ts'
import type { Seen } from '../../src/seen.ts'
import { type Site, serveWorld, type World } from './serve-world.ts'

/** The site that the tests audit. */
export const SHOP = 'http://shop.example/'

/** How long the visitors of the tests look at a page, in milliseconds. */
const WAIT = 300

/** What a test asks for. */
export type Play = Partial<Omit<AuditOptions, 'connect'>>

/** Audits pages of a world. */
export const playIn = (world: World, options: Play = {}): Promise<Seen> =>
  audit({
    ...{ urls: [SHOP], wait: WAIT, browserPath: BROWSERS.chromium.path },
    ...options,
    connect: world.connect,
  })

/** Serves a site, audits its first page, and judges it. */
export const verdictOn = async (
  site: Site,
  options: Play = {},
  others: Readonly<Record<string, Site>> = {},
  inventory?: Inventory,
): Promise<Verdict> => {
  const world = await serveWorld({ 'shop.example': site, ...others })
  try {
    return judge(await playIn(world, options), inventory)
  } finally {
    await world.close()
  }
}

/** Returns what broke rules: the rule and the thing. */
export const failuresOf = ({ findings }: Verdict): string[] => [
  ...new Set(
    findings
      .filter(({ outcome, isNote }) => outcome === 'fails' && !isNote)
      .map(({ rule, what }) => `${rule}: ${what}`),
  ),
]
