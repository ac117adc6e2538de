import { createRequire } from 'node:module'
import { hostOf } from './site-of.ts'
import { BROAD_ENTITIES } from './vendors.ts'

// The package is CommonJS without an exports map: Node finds neither this name nor its named exports
// from an ES module.
const { getEntity }: typeof import('third-party-web/nostats-subset') = createRequire(
  import.meta.url,
)('third-party-web/nostats-subset')

/** What `third-party-web` knows of a host. */
export interface Entity {
  readonly name: string
  readonly company: string
  readonly isCollector: boolean
}

/**
 * The kinds of companies that collect. The other kinds of the list are `cdn`, `hosting`, `content`,
 * `video`, `utility`, `consent-provider` and `other`: what a page shows or runs on.
 */
const COLLECTING: readonly string[] = [
  ...['ad', 'analytics', 'customer-success', 'marketing', 'social', 'tag-manager'],
]

/** Matches hosts that the list gives to Microsoft's advertising, but that serve other things. */
const NOT_ADS = /(^|\.)(microsoft\.com|msn\.com|s-m\w+\.com|msecnd\.net)$/

/** Returns the entry of a host in `third-party-web`'s list. */
export const entityOf = (host: string): Entity | undefined => {
  const entity = host.includes('.') ? getEntity(`https://${host}/`) : undefined
  if (!entity) return undefined
  const { name, company, categories } = entity
  const isCollector =
    categories.some(one => COLLECTING.includes(one)) &&
    !BROAD_ENTITIES.includes(name) &&
    !NOT_ADS.test(hostOf(host))
  return { name, company: company || name, isCollector }
}
