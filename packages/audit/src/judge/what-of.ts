import { collectorOf } from '../collectors/collector-of.ts'
import { knownCookie, knownStorage } from '../collectors/known-cookie.ts'
import { siteOf } from '../collectors/site-of.ts'
import type { Collector, SeenCookie, SeenRequest, SeenStorage } from '../seen.ts'
import type { Page } from './rule.ts'

/**
 * Returns the collector of a request. On the page's own site a collector counts only if it is known
 * by the shape of the address.
 */
export const collectorIn = (page: Page, { url, collector }: SeenRequest): Collector | undefined =>
  collector?.by === 'host' && siteOf(url) === page.site ? undefined : collector

/**
 * Returns the name of the service that a request needs a grant for: a service that the inventory
 * declares as optional, or a known collector.
 *
 * @returns `undefined` for a request that needs no grant.
 */
export const askedFor = (page: Page, request: SeenRequest): string | undefined => {
  const service = page.declared?.serviceAt(request.url)
  if (service?.necessary) return undefined
  return service?.name ?? collectorIn(page, request)?.name
}

/**
 * Returns the name of the service that a cookie needs a grant for. An undeclared cookie is known by
 * Google's cookie names, or by the collector whose answer set the cookie.
 *
 * @returns `undefined` for a necessary cookie and for an unknown cookie.
 */
export const askedForCookie = (page: Page, { name, url }: SeenCookie): string | undefined => {
  const declared = page.declared?.cookie(name)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return knownCookie(name) ?? (url ? collectorOf(url, page.url)?.name : undefined)
}

/**
 * Returns the name of the service that a storage key needs a grant for. An undeclared key is known
 * by Google's key names, or by the collector whose frame has stored the key.
 *
 * @returns `undefined` for a necessary key and for an unknown key.
 */
export const askedForKey = (page: Page, { key, origin }: SeenStorage): string | undefined => {
  const declared = page.declared?.storage(key)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return knownStorage(key) ?? collectorOf(origin, page.url)?.name
}
