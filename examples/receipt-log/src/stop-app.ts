import type { FastifyInstance } from 'fastify'

/** How often idle connections are closed while the server stops, in milliseconds. */
const SWEEP = 50
/**
 * After this time connections without a response are closed, in milliseconds. A page sends its
 * event again.
 */
const PATIENCE = 10_000

/** Answers the received requests, accepts no others, and closes every connection. */
export const stopApp = async (app: FastifyInstance): Promise<void> => {
  // fastify closes idle connections once, when it begins to stop. A connection that is being
  // answered at that moment would stay open until its keep-alive ends, after a minute.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP)
  const deadline = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(deadline)
  }
}
