import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { httpError } from './http-error.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Returns whether a request has the right bearer token.
 *
 * @param authorization The request's header `Authorization`.
 * @param token The configured token. If no token is configured, returns `false` for every request.
 */
export const knowsToken = (authorization: string | undefined, token: string | undefined): boolean =>
  token !== undefined &&
  // Compare digests: they have the same length, and the comparison takes the same time wherever
  // they differ.
  timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))

/**
 * Answers each request to some routes with 401 unless it has the bearer token.
 *
 * @param message What the response says, such as which variable has the token.
 */
export const requireBearer = (
  routes: FastifyInstance,
  token: string | undefined,
  message: string,
): void => {
  routes.addHook('onRequest', async ({ headers }, reply) => {
    if (knowsToken(headers.authorization, token)) return
    reply.header('WWW-Authenticate', 'Bearer')
    throw httpError(401, message)
  })
}
