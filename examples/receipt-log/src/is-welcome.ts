import type { FastifyRequest } from 'fastify'

/**
 * Says whether a request comes from a page that may send here: of this origin, of one on the list,
 * or from no page at all.
 */
export const isWelcome = (
  { headers, host }: Pick<FastifyRequest, 'headers' | 'host'>,
  allowedOrigins: readonly string[],
): boolean => {
  const { origin } = headers
  return (
    origin === undefined ||
    // Holds also behind a proxy that calls this host otherwise.
    headers['sec-fetch-site'] === 'same-origin' ||
    [`https://${host}`, `http://${host}`, ...allowedOrigins].includes(origin)
  )
}
