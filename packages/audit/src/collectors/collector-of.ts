import type { Collector } from '../seen.ts'
import { addressPattern } from './address-pattern.ts'
import { entityOf } from './entities.ts'
import { GOOGLE_SERVICES } from './google.ts'
import { collectorByShape } from './shapes.ts'
import { siteOf } from './site-of.ts'
import { NO_COLLECTORS, VENDORS } from './vendors.ts'

const NO_PAGE = 'https://site.invalid/'
const SCRIPT = /\.m?js$|^\/gtag\/(js|destination)$/

const vendors = VENDORS.map(one => ({
  ...one,
  patterns: one.match.map(text => addressPattern(text, NO_PAGE)),
}))
const notCollectors = NO_COLLECTORS.map(text => addressPattern(text, NO_PAGE))

/**
 * Returns the collector that a request goes to. Knows a collector by the host, or by the shape of
 * path and parameters: a site that sends through a server of its own keeps this shape.
 *
 * @param page The address of the page. On the page's own site only the shape counts, so that a
 *   collector's own pages can be audited.
 */
export const collectorOf = (address: string, page?: string): Collector | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^(https?|wss?):$/.test(url.protocol)) return undefined
  const isOwn = page !== undefined && siteOf(page) === siteOf(address)
  return (isOwn ? undefined : byHost(url)) ?? collectorByShape(url)
}

const byHost = (url: URL): Collector | undefined => {
  const of = (name: string, company: string, scripts?: RegExp): Collector => ({
    name,
    company,
    by: 'host',
    isScript: SCRIPT.test(url.pathname) || scripts?.test(url.pathname) === true,
  })
  const google = GOOGLE_SERVICES.map(({ name, patterns }) => ({
    name,
    rank: Math.max(0, ...patterns.map(pattern => pattern(url))),
  })).reduce((best, one) => (one.rank > best.rank ? one : best))
  if (google.rank) return of(google.name, 'Google LLC')
  const vendor = vendors.find(({ patterns }) => patterns.some(pattern => pattern(url)))
  if (vendor) return of(vendor.name, vendor.company, vendor.scripts)
  if (notCollectors.some(pattern => pattern(url))) return undefined
  const entity = entityOf(url.hostname)
  return entity?.isCollector ? of(entity.name, entity.company) : undefined
}
