import { collectorOf } from '../collectors/collector-of.ts'
import { knownCookie, knownStorage } from '../collectors/known-cookie.ts'
import { siteOf } from '../collectors/site-of.ts'
import type { Collector, SeenCookie, SeenRequest, SeenStorage } from '../seen.ts'
import type { Page } from './rule.ts'

/** Returns the collector of a request. A host of the page's own site counts only by its shape. */
export const collectorIn = (page: Page, { url, collector }: SeenRequest): Collector | undefined =>
  collector?.by === 'host' && siteOf(url) === page.site ? undefined : collector

/**
 * Returns the name of what a request needs a grant for: a service that the inventory declares as
 * optional, or a known collector.
 *
 * @returns `undefined` for what may be contacted at any time.
 */
export const askedFor = (page: Page, request: SeenRequest): string | undefined => {
  const service = page.declared?.serviceAt(request.url)
  if (service?.necessary) return undefined
  return service?.name ?? collectorIn(page, request)?.name
}

/**
 * Returns the name of the service that a cookie needs a grant for. A cookie that nobody declares is
 * known by Google's names, or by the collector whose answer set it.
 *
 * @returns `undefined` for a necessary cookie and for one that nobody knows.
 */
export const askedForCookie = (page: Page, { name, url }: SeenCookie): string | undefined => {
  const declared = page.declared?.cookie(name)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return knownCookie(name) ?? (url ? collectorOf(url, page.url)?.name : undefined)
}

/** Returns the name of the service that a key of storage needs a grant for, in the same way. */
export const askedForKey = (page: Page, { key, origin }: SeenStorage): string | undefined => {
  const declared = page.declared?.storage(key)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return knownStorage(key) ?? collectorOf(origin, page.url)?.name
}
