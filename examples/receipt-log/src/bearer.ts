import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Says whether a request knows the token.
 *
 * @param authorization The request's header.
 * @param token Without one nobody does.
 */
export const knowsToken = (authorization: string | undefined, token: string | undefined): boolean =>
  token !== undefined &&
  // Digests have one length, and the comparison takes the same time wherever they differ.
  timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
