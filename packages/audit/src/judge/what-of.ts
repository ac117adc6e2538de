import { collectorOf, collectorOfScript } from '../collectors/collector-of.ts'
import { isRecordName } from '../collectors/is-record-name.ts'
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
 * Returns the name of the collector whose script wrote a cookie or key. A record of the visitor's
 * answer belongs to no collector.
 */
const writerOf = (page: Page, name: string, script: string | undefined): string | undefined =>
  script === undefined || isRecordName(name) ? undefined : collectorOfScript(script, page.url)?.name

/**
 * Returns the name of the service that a cookie needs a grant for. An undeclared cookie is known by
 * its name, by the collector whose script wrote the cookie, or by the collector whose answer set
 * it.
 *
 * @returns `undefined` for a necessary cookie and for an unknown cookie.
 */
export const askedForCookie = (page: Page, cookie: SeenCookie): string | undefined => {
  const { name, script, url } = cookie
  const declared = page.declared?.cookie(name)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return (
    knownCookie(name) ??
    writerOf(page, name, script) ??
    (url ? collectorOf(url, page.url)?.name : undefined)
  )
}

/**
 * Returns the name of the service that a key, database or cache needs a grant for. An undeclared
 * key is known by its name, by the collector whose script wrote the key, or by the collector whose
 * frame has the key. A database and a cache are not known by their names.
 *
 * @returns `undefined` for a necessary key and for an unknown key.
 */
export const askedForKey = (
  page: Page,
  { area, key, origin, script }: SeenStorage,
): string | undefined => {
  const declared = page.declared?.storage(key)
  if (declared) return declared.service.necessary ? undefined : declared.service.name
  return (
    (area === 'local' || area === 'session' ? knownStorage(key) : undefined) ??
    writerOf(page, key, script) ??
    collectorOf(origin, page.url)?.name
  )
}
