import { createHash, timingSafeEqual } from 'node:crypto'

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
