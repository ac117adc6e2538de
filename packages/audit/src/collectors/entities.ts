import { createRequire } from 'node:module'
import { hostOf } from './site-of.ts'
import { BROAD_ENTITIES } from './vendors.ts'

// `third-party-web` is CommonJS without an exports map: an ES module can import neither the path
// below nor named exports of the package.
const { getEntity }: typeof import('third-party-web/nostats-subset') = createRequire(
  import.meta.url,
)('third-party-web/nostats-subset')

/** What `third-party-web` knows of a host, and whether the host counts as a collector's. */
export interface Entity {
  readonly name: string
  readonly company: string
  readonly isCollector: boolean
  /** The categories in `third-party-web`, such as `ad`, `analytics` and `video`. */
  readonly kinds: readonly string[]
}

/**
 * The categories that count as collecting. `cdn`, `hosting`, `content`, `video`, `utility`,
 * `consent-provider` and `other` do not: mostly they serve what a page shows or runs on.
 */
const COLLECTING: readonly string[] = [
  ...['ad', 'analytics', 'customer-success', 'marketing', 'social', 'tag-manager'],
]

/** Matches hosts that serve other things, though `third-party-web` calls them Microsoft's ads. */
const NOT_ADS = /(^|\.)(microsoft\.com|msn\.com|s-m\w+\.com|msecnd\.net)$/

/** Returns what `third-party-web` knows of a host; `undefined` for an unknown host. */
export const entityOf = (host: string): Entity | undefined => {
  const entity = host.includes('.') ? getEntity(`https://${host}/`) : undefined
  if (!entity) return undefined
  const { name, company, categories } = entity
  const isCollector =
    categories.some(one => COLLECTING.includes(one)) &&
    !BROAD_ENTITIES.includes(name) &&
    !NOT_ADS.test(hostOf(host))
  return { name, company: company || name, isCollector, kinds: categories }
}
