import type { FastifyInstance } from 'fastify'
import { parseConsent } from '../../../packages/consent/src/core/store/parse-consent.ts'
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

/**
 * Returns the `Set-Cookie` headers that delete the cookies of a request whose category the visitor
 * has not granted. A script cannot delete such a cookie if a server has set it with `HttpOnly`.
 *
 * @param host The page's host. No header says which domain a cookie has, so each domain that the
 *   page may have given it is tried. A browser ignores a public suffix, such as `co.kr`.
 */
export const deletedCookies = (
  header: string | undefined,
  { cookie, serverCookies }: Pick<Config, 'cookie' | 'serverCookies'>,
  host: string,
  isSecure: boolean,
  now: number,
): readonly string[] => {
  const record = readRecord(header, cookie.name, now)
  const sent = new Set(header?.split(';').map(pair => pair.split('=')[0]?.trim()))
  const labels = host.split('.')
  const parents = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
  const domains = new Set(['', cookie.domain ?? '', ...(/^[\d.]+$|:/.test(host) ? [] : parents)])
  return [...serverCookies].flatMap(([name, category]) =>
    sent.has(name) && record?.c[category] !== 1
      ? [...domains].map(domain => setCookie(`${name}=`, 0, domain, isSecure))
      : [],
  )
}

const readRecord = (header: string | undefined, name: string, now: number) => {
  const options = { policy: { version: '' }, categories: {}, cookie: { name } }
  const { record } = parseConsent(header, options, { now: () => now }).state
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
    const deleted = deletedCookies(cookie, config, host, isSecure, now)
    const all = [...(renewed ? [renewed] : []), ...deleted]
    for (const one of all) reply.header('Set-Cookie', one)
    return reply.code(204).send()
  })
}
