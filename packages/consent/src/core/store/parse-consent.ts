import { LANGUAGE } from '../../options/forms.ts'
import { COOKIE_NAME } from '../../shared/defaults.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { type ConsentKey, keysIn, listedServices } from '../../shared/services.ts'
import { readRecord } from '../record/read-record.ts'
import type { ConsentOptions } from './options.ts'
import { memoryStorage, type Ports } from './ports.ts'
import { type ConsentState, consentState, isGrantedIn } from './state.ts'

/** The options that `parseConsent` uses. A site can pass its options of `createConsent`. */
export type ParseOptions<Category extends string, ServiceName extends string = string> = Pick<
  ConsentOptions<Category, ServiceName>,
  'policy' | 'categories' | 'services' | 'cookie' | 'language' | 'restricted'
>

/** The consent that is in a request's cookie. */
export interface ParsedConsent<Category extends string, ServiceName extends string = string> {
  /**
   * The state that the visitor's page has at its start, as far as the cookie shows it. `language`
   * is English if the option is empty or no BCP 47 tag.
   */
  readonly state: ConsentState<Category>
  /** Says whether a category, or `category/name`, is granted, as `isGranted` does on the page. */
  isGranted(key: ConsentKey<Category, ServiceName>): boolean
}

/**
 * Reads a visitor's consent from a request, and judges the record as `createConsent` does on the
 * page in production, without warnings. Needs no document.
 *
 * ```ts
 * const consent = parseConsent(request.headers.cookie, options, {
 *   signals: { gpc: request.headers['sec-gpc'] === '1' },
 * })
 * if (consent.isGranted('analytics')) addAnalyticsTag()
 * ```
 *
 * Never throws for the content of a request. Nothing is granted if the cookie is missing or
 * invalid, if two cookies of the record's name differ, if the record no longer counts, or if
 * `policy.version` or a service is invalid.
 *
 * @param cookieHeader The request's `Cookie` header, if any.
 * @param options The options of the page. A service that the options do not list is not granted.
 * @param givenPorts Clock and signals. Without signals Global Privacy Control counts as not sent.
 */
export const parseConsent = <Category extends string, ServiceName extends string = string>(
  cookieHeader: string | null | undefined,
  options: ParseOptions<Category, ServiceName>,
  givenPorts: Pick<Ports, 'now' | 'signals'> = {},
): ParsedConsent<Category, ServiceName> => {
  const copy = ownCopy(options)
  const { policy, categories, cookie, language, restricted } = copy
  const isInvalid =
    !policy?.version?.trim?.() || listedServices(copy).some(([service]) => service?.isInvalid)
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
      keys: keysIn(copy),
      policy,
      record: readRecord(memoryStorage(...values), now),
      restricted: isInvalid || !!restricted,
      isInert: false,
      refused: [],
      failed: [],
      signals: { gpc: ports.signals?.gpc === true },
      language: LANGUAGE.test(`${language ?? ''}`) ? `${language}` : 'en',
    },
    now,
  )
  return { state, isGranted: key => isGrantedIn(state, key) }
}
