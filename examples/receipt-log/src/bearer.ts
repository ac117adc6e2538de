import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Returns whether a request has the right bearer token.
 *
 * @param authorization The request's header `Authorization`.
 * @param token The configured token. Without a configured token no request has the right one.
 */
export const knowsToken = (authorization: string | undefined, token: string | undefined): boolean =>
  token !== undefined &&
  // Both digests have the same length, and comparing them takes the same time wherever they differ.
  timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
