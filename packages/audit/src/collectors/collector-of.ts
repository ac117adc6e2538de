import { splitAddress } from '@spaceone/consent/inventory'
import type { Collector } from '../seen.ts'
import { addressPattern } from './address-pattern.ts'
import { entityOf } from './entities.ts'
import { GOOGLE_SERVICES } from './google.ts'
import { GOOGLE_SHAPES } from './google-shapes.ts'
import { FILE_SHAPES, OWN_HOST_SHAPES, type Shape } from './own-host-shapes.ts'
import { siteOf } from './site-of.ts'
import { NO_COLLECTORS, VENDORS } from './vendors.ts'

const SCRIPT = /\.m?js$|^\/gtag\/(js|destination)$/

const vendors = VENDORS.map(one => ({
  ...one,
  patterns: one.addresses.map(text => addressPattern(text)),
}))
const notCollectors = NO_COLLECTORS.map(text => addressPattern(text))

const SHAPES = [...GOOGLE_SHAPES, ...OWN_HOST_SHAPES]

/** Parses an address of http, https, ws or wss; returns `undefined` for any other text. */
const urlOf = (address: string): URL | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && /^(https?|wss?):$/.test(url.protocol) ? url : undefined
}

/**
 * Returns the collector that a request goes to. Knows a collector by the host, or by the shape of
 * path and parameters, which a site that sends through a server of its own mostly keeps.
 *
 * @param page The address of the page. On the page's own site only the shape counts, so that a
 *   collector's own pages can be audited.
 * @param resource The kind of resource, such as `script`. Some shapes count only for some kinds.
 */
export const collectorOf = (
  address: string,
  page?: string,
  resource?: string,
): Collector | undefined => {
  const url = urlOf(address)
  if (!url) return undefined
  const isOwn = page !== undefined && siteOf(page) === siteOf(address)
  return (isOwn ? undefined : byHost(url)) ?? byShape(SHAPES, url, resource)
}

/**
 * Returns the collector that a script belongs to, also a script that a site serves itself, so that
 * loading it contacts no collector, such as `matomo.js`.
 *
 * @param page The address of the page.
 */
export const collectorOfScript = (address: string, page: string): Collector | undefined => {
  const url = urlOf(address)
  return collectorOf(address, page, 'script') ?? (url && byShape(FILE_SHAPES, url, 'script'))
}

const byHost = (url: URL): Collector | undefined => {
  const address = splitAddress(url)
  const of = (name: string, company: string, scripts?: RegExp): Collector => ({
    name,
    company,
    by: 'host',
    isScript: SCRIPT.test(url.pathname) || scripts?.test(url.pathname) === true,
  })
  const google = GOOGLE_SERVICES.map(({ name, patterns }) => ({
    name,
    rank: Math.max(0, ...patterns.map(pattern => pattern(address))),
  })).reduce((best, one) => (one.rank > best.rank ? one : best))
  if (google.rank) return of(google.name, 'Google LLC')
  const vendor = vendors.find(({ patterns }) => patterns.some(pattern => pattern(address)))
  if (vendor) return of(vendor.name, vendor.company, vendor.scripts)
  if (notCollectors.some(pattern => pattern(address))) return undefined
  const entity = entityOf(url.hostname)
  return entity?.isCollector ? of(entity.name, entity.company) : undefined
}

/** Returns the collector of the first shape that an address has; `undefined` if it has none. */
const byShape = (
  shapes: readonly Shape[],
  { pathname, searchParams }: URL,
  resource = '',
): Collector | undefined => {
  const found = shapes.find(
    ({ path, parameters, resources }) =>
      path.test(pathname) &&
      (!resources || resources.includes(resource)) &&
      Object.entries(parameters).every(([name, value]) => value.test(searchParams.get(name) ?? '')),
  )
  if (!found) return undefined
  const { name, company, isScript = false } = found
  return { name, company, by: 'shape', isScript }
}

/** Returns the company of a host, if the host is a collector's or in `third-party-web`. */
export const companyOf = (host: string): string | undefined =>
  collectorOf(`https://${host}/`)?.company ?? entityOf(host)?.company
