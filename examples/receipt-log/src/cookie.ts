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
  const options = { policy: { version: '' }, categories: {}, cookie: { name } }
  const { record } = parseConsent(header, options, { now: () => now }).state
  if (!record || record.e <= now) return undefined
  // Any cookie of this name will do: if two of them differed, `parseConsent` would find no record.
  const pair = header?.split(';').find(text => text.trim().startsWith(`${name}=`))
  if (pair === undefined) return undefined
  return [
    pair.trim(),
    `Max-Age=${record.e - now}`,
    'Path=/',
    ...(domain ? [`Domain=${domain}`] : []),
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')
}

/** Adds `POST /cookie`, which sets the visitor's own record cookie again. */
export const addCookie = (app: FastifyInstance, cookie: Config['cookie']): void => {
  app.post('/cookie', async ({ headers, protocol }, reply) => {
    // The proxy may connect to this server by http, so read the scheme from the header `Origin`.
    const isSecure = (headers.origin ?? protocol).startsWith('https')
    const renewed = renewedCookie(headers.cookie, cookie, isSecure, Math.floor(Date.now() / 1000))
    if (renewed) reply.header('Set-Cookie', renewed)
    return reply.code(204).send()
  })
}
