import type { FastifyInstance } from 'fastify'

/**
 * The time between two rounds of closing idle connections while the server stops, in milliseconds.
 */
const SWEEP = 50
/**
 * How long a stopping server keeps connections that have no response yet, in milliseconds. A page
 * whose connection was closed sends its event again.
 */
const PATIENCE = 10_000

/**
 * Accepts no more requests, answers those that have arrived, and closes every connection, at the
 * latest after `PATIENCE`.
 */
export const stopApp = async (app: FastifyInstance): Promise<void> => {
  // fastify closes idle connections only once, when it begins to stop. A connection with a request
  // at that moment would stay open for a minute more, until the end of its keep-alive.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP)
  const deadline = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(deadline)
  }
}
