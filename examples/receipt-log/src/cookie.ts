import type { FastifyInstance } from 'fastify'
import { parseConsent } from '../../../packages/consent/src/core/parse-consent.ts'
import type { Config } from './config.ts'

/**
 * Gives the `Set-Cookie` that keeps a visitor's answer for as long as the page's own would be, had a
 * script's cookies not a shorter life in Safari.
 *
 * @param header The request's `Cookie`.
 * @param isSecure Whether the page is on https.
 * @param now The present, in seconds since the epoch.
 * @returns `undefined` where there is no answer, it is odd in any way, or it has expired.
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
  // All of this name agree, or there would be no record.
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

/** Adds `POST /cookie`, which sets the visitor's own consent cookie again, from the server. */
export const addCookie = (app: FastifyInstance, cookie: Config['cookie']): void => {
  app.post('/cookie', async ({ headers, protocol }, reply) => {
    // The page's own scheme: a proxy in front may speak http with us.
    const isSecure = (headers.origin ?? protocol).startsWith('https')
    const renewed = renewedCookie(headers.cookie, cookie, isSecure, Math.floor(Date.now() / 1000))
    if (renewed) reply.header('Set-Cookie', renewed)
    return reply.code(204).send()
  })
}
