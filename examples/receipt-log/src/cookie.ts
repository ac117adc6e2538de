import type { FastifyInstance } from 'fastify'
import {
  type ParseOptions,
  parseConsent,
} from '../../../packages/consent/src/core/store/parse-consent.ts'
import type { Config } from './config.ts'

/**
 * Returns the `Set-Cookie` header that sets a visitor's record again. Safari deletes cookies set by
 * scripts after seven days, but not cookies set by a server.
 *
 * @param header The request's header `Cookie`.
 * @param isSecure Whether the page is on https.
 * @param now The present, in seconds since the epoch.
 * @returns `undefined` if there is no record, or if the record is invalid or has expired.
 */
export const renewedCookie = (
  header: string | undefined,
  { name, domain }: Config['cookie'],
  isSecure: boolean,
  now: number,
): string | undefined => {
  const record = readRecord(header, name, now)
  if (!record) return undefined
  // Any cookie of this name will do: if two of them differed, `parseConsent` would find no record.
  const pair = header?.split(';').find(text => text.trim().startsWith(`${name}=`))
  if (pair === undefined) return undefined
  return setCookie(pair.trim(), record.e - now, domain ?? '', isSecure)
}

/** What `deletedCookies` reads of a request. */
interface PageRequest {
  /** The header `Cookie`. */
  readonly header: string | undefined
  /** The page's host, without its port. */
  readonly host: string
  readonly isSecure: boolean
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean
}

/**
 * Returns the `Set-Cookie` headers that delete the cookies of a request whose category or service
 * the visitor has not granted. A script cannot delete such a cookie if a server has set it with
 * `HttpOnly`.
 *
 * No header says which domain a cookie has, or whether it is partitioned, so each possible cookie is
 * deleted. A browser ignores a public suffix, such as `co.kr`. Only cookies of the path `/` are
 * deleted: a browser sends no others to an endpoint on another path.
 *
 * @param now The present, in seconds since the epoch.
 */
export const deletedCookies = (
  { header, host, isSecure, gpc }: PageRequest,
  { cookie: { name: record }, serverCookies }: Pick<Config, 'cookie' | 'serverCookies'>,
  now: number,
): readonly string[] => {
  const keys = [...serverCookies.values()]
  const { isGranted } = parseConsent(
    header,
    optionsOf(record, readRecord(header, record, now)?.p, keys),
    {
      now: () => now,
      signals: { gpc },
    },
  )
  const sent = new Set(header?.split(';').map(pair => pair.split('=')[0]?.trim()))
  return [...serverCookies]
    .filter(([name, key]) => sent.has(name) && !isGranted(key))
    .slice(0, MOST_COOKIES)
    .flatMap(([name]) =>
      domainsOf(host).flatMap(domain => {
        const deletion = setCookie(`${name}=`, 0, domain, isSecure)
        // Browsers accept `Partitioned` only together with `Secure`.
        return isSecure ? [deletion, `${deletion}; Partitioned`] : [deletion]
      }),
    )
}

/**
 * The largest number of cookies that one response deletes. The next response deletes others. By
 * default nginx rejects a response with more than 4 kB of headers.
 */
const MOST_COOKIES = 4

/** Returns the domains that a page of a host can give a cookie; '' for a cookie of the host alone. */
const domainsOf = (host: string): readonly string[] => {
  const labels = host.split('.')
  const isAddress = /^[\d.]+$|:/.test(host)
  return ['', ...(isAddress ? [] : labels.slice(0, -1).map((_, at) => labels.slice(at).join('.')))]
}

/**
 * Returns options with which the SDK reads a record. The server does not know the site's version of
 * the policy, so a record counts under its own.
 *
 * @param keys The categories, and services as `category/name`, of which is asked.
 */
const optionsOf = (
  name: string,
  version = '',
  keys: readonly string[] = [],
): ParseOptions<string> => {
  const parts = keys.map(key => {
    const [category = '', ...service] = key.split('/')
    return { category, service: service.join('/') }
  })
  return {
    ...{ policy: { version }, cookie: { name } },
    categories: Object.fromEntries(parts.map(({ category }) => [category, {}])),
    services: parts.flatMap(({ category, service }) =>
      service ? [{ name: service, category, attach: () => () => {} }] : [],
    ),
  }
}

const readRecord = (header: string | undefined, name: string, now: number) => {
  const { record } = parseConsent(header, optionsOf(name), { now: () => now }).state
  return record && record.e > now ? record : undefined
}

const setCookie = (pair: string, seconds: number, domain: string, isSecure: boolean) =>
  [
    pair,
    `Max-Age=${seconds}`,
    'Path=/',
    ...(domain ? [`Domain=${domain}`] : []),
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')

/**
 * Adds `POST /cookie`, which sets the visitor's own record cookie again, and deletes the cookies of
 * servers whose category is not granted.
 */
export const addCookie = (
  app: FastifyInstance,
  config: Pick<Config, 'cookie' | 'serverCookies'>,
): void => {
  app.post('/cookie', async ({ headers, protocol, hostname }, reply) => {
    const { origin, cookie } = headers
    // The proxy may connect to this server by http and under another host name, so read both from
    // the header `Origin`.
    const isSecure = (origin ?? protocol).startsWith('https')
    const host = origin && URL.canParse(origin) ? new URL(origin).hostname : hostname
    const now = Math.floor(Date.now() / 1000)
    const renewed = renewedCookie(cookie, config.cookie, isSecure, now)
    const gpc = headers['sec-gpc'] === '1'
    const deleted = deletedCookies({ header: cookie, host, isSecure, gpc }, config, now)
    const all = [...(renewed ? [renewed] : []), ...deleted]
    for (const one of all) reply.header('Set-Cookie', one)
    return reply.code(204).send()
  })
}
