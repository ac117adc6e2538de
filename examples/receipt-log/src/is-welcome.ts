import type { FastifyRequest } from 'fastify'

/**
 * Returns whether a request may send events. The request must come from a page of the server's own
 * origin, from a page of a listed origin, or from no page.
 */
export const isWelcome = (
  { headers, host }: Pick<FastifyRequest, 'headers' | 'host'>,
  allowedOrigins: readonly string[],
): boolean => {
  const { origin } = headers
  return (
    origin === undefined ||
    // The browser sets `Sec-Fetch-Site`, so its value is correct even if a proxy forwards another
    // host name.
    headers['sec-fetch-site'] === 'same-origin' ||
    [`https://${host}`, `http://${host}`, ...allowedOrigins].includes(origin)
  )
}
