import type { FastifyInstance } from 'fastify'

/** How often connections that have become idle are closed, in milliseconds. */
const SWEEP = 50
/** Whoever has no answer after so long gets none, in milliseconds; a page sends again. */
const PATIENCE = 10_000

/** Answers what has come, takes nothing more, and closes every connection. */
export const stopApp = async (app: FastifyInstance): Promise<void> => {
  // fastify closes the connections that are idle when it begins to stop. One that is being answered
  // just then would stay open until its keep-alive ends, after a minute.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP)
  const deadline = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(deadline)
  }
}
