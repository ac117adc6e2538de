import { collectorOf, collectorOfScript } from '../../collectors/collector-of.ts'
import { isRecordName, knownCookie, knownStorage } from '../../collectors/known-cookie.ts'
import { siteOf } from '../../collectors/site-of.ts'
import type { Collector, SeenCookie, SeenRequest, SeenStorage } from '../../seen.ts'
import type { Evidence } from '../verdict.ts'
import type { JudgedPage } from './rule.ts'

/**
 * Returns the collector of a request. On the page's own site a collector counts only if it is known
 * by the shape of the address.
 */
export const collectorIn = (
  page: JudgedPage,
  { url, collector }: SeenRequest,
): Collector | undefined =>
  collector?.by === 'host' && siteOf(url) === page.site ? undefined : collector

/**
 * Returns the name of the service that a request, cookie, key, database or cache needs a grant for:
 * a service that the inventory declares as optional, or a known collector.
 *
 * @returns `undefined` if no grant is needed, and for evidence of another kind.
 */
export const askedFor = (page: JudgedPage, evidence: Evidence): string | undefined => {
  const { declared } = page
  if (evidence.kind === 'request') {
    const { request } = evidence
    const service = declared?.serviceAt(request.url)
    return service ? optional(service) : collectorIn(page, request)?.name
  }
  if (evidence.kind === 'cookie') {
    const { cookie } = evidence
    const service = declared?.cookie(cookie.name)?.service
    return service ? optional(service) : collectorOfCookie(page, cookie)
  }
  if (evidence.kind !== 'storage') return undefined
  const service = declared?.storage(evidence.storage.key)?.service
  return service ? optional(service) : collectorOfKey(page, evidence.storage)
}

const optional = ({ name, necessary }: { readonly name: string; readonly necessary?: unknown }) =>
  necessary ? undefined : name

/**
 * Returns the name of the collector whose script wrote a cookie or key. For names of stored
 * choices, see `isRecordName`, the script does not count.
 */
const writerOf = (page: JudgedPage, name: string, script: string | undefined) =>
  script === undefined || isRecordName(name) ? undefined : collectorOfScript(script, page.url)?.name

/** Knows a cookie by its name, by the script that wrote it, or by the response that set it. */
const collectorOfCookie = (page: JudgedPage, { name, script, url }: SeenCookie) =>
  knownCookie(name) ??
  writerOf(page, name, script) ??
  (url ? collectorOf(url, page.url)?.name : undefined)

/**
 * Knows a key by its name, by the script that wrote it, or by the frame's origin. A database and
 * a cache are not known by their names.
 */
const collectorOfKey = (page: JudgedPage, { area, key, origin, script }: SeenStorage) =>
  (area === 'local' || area === 'session' ? knownStorage(key) : undefined) ??
  writerOf(page, key, script) ??
  collectorOf(origin, page.url)?.name

/**
 * Returns who breaks a rule: the optional service or the collector that the evidence belongs to, or
 * else `what`.
 *
 * @returns `undefined` if the banner breaks the rule.
 */
export const tagOf = (page: JudgedPage, what: string, evidence: Evidence): string | undefined => {
  const { kind } = evidence
  if (kind !== 'request' && kind !== 'cookie' && kind !== 'storage') return undefined
  const collector = kind === 'request' ? collectorIn(page, evidence.request)?.name : undefined
  return askedFor(page, evidence) ?? collector ?? what
}
