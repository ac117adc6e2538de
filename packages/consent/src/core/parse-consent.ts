import { ownCopy } from '../shared/own-copy.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { memoryStorage } from './memory-storage.ts'
import { COOKIE_NAME } from './names.ts'
import type { ConsentOptions } from './options.ts'
import type { Ports } from './ports.ts'
import { readRecord } from './read-record.ts'
import { type ConsentState, consentState } from './state.ts'

/** What `parseConsent` takes of the options of `createConsent`: the same object will do. */
export type ParseOptions<Category extends string, ServiceName extends string = string> = Pick<
  ConsentOptions<Category, ServiceName>,
  'policy' | 'categories' | 'cookie' | 'language' | 'restricted'
>

/** What a request says of its visitor's consent. */
export interface ParsedConsent<Category extends string, ServiceName extends string = string> {
  /** The state that the visitor's page will start with, in the same shape. */
  readonly state: ConsentState<Category>
  /**
   * Answers as the page will. Outside `decided` always `false`.
   *
   * @param service Name of one of the category's services, which may be off by itself.
   */
  isGranted(category: Category, service?: ServiceName): boolean
}

/**
 * Reads a visitor's consent from a request, by the rules of the page. Pure, and for any server: it
 * needs no page.
 *
 * ```ts
 * const consent = parseConsent(request.headers.cookie, options, {
 *   signals: { gpc: request.headers['sec-gpc'] === '1' },
 * })
 * if (consent.isGranted('analytics')) addAnalyticsTag()
 * ```
 *
 * Never throws for what a request says: no cookie, an odd one, two that disagree, one that has
 * expired or is to another version of the policy grant nothing.
 *
 * @param cookieHeader The request's header `Cookie`; nothing where there is none.
 * @param options What the page is set up with; services are not needed.
 * @param ports Clock and signals. Without signals Global Privacy Control counts as not sent.
 */
export const parseConsent = <Category extends string, ServiceName extends string = string>(
  cookieHeader: string | null | undefined,
  options: ParseOptions<Category, ServiceName>,
  givenPorts: Pick<Ports, 'now' | 'signals'> = {},
): ParsedConsent<Category, ServiceName> => {
  const { policy, categories, cookie, language, restricted } = ownCopy(options)
  const ports = ownCopy(givenPorts)
  const now = ports.now?.() ?? Math.floor(Date.now() / 1000)
  const start = `${cookie?.name ?? COOKIE_NAME}=`
  const values = `${cookieHeader ?? ''}`
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(start))
    .map(pair => pair.slice(start.length))
  const state = consentState(
    {
      categories: Object.keys(categories) as Category[],
      policy,
      record: readRecord(memoryStorage(...values), now),
      restricted: !!restricted,
      prerendered: false,
      refused: [],
      failed: [],
      signals: { gpc: ports.signals?.gpc === true },
      language: language ?? 'en',
    },
    now,
  )
  return { state, isGranted: (category, service) => allows(state, keyOf(category, service)) }
}
