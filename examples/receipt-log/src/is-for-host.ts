import type { IncomingMessage } from 'node:http'

/** Matches host and port of a request target that is an absolute address. */
const ABSOLUTE_TARGET = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i

/**
 * Returns whether a request is for the host of the public origin. Ignores the header
 * `X-Forwarded-Host` of a proxy, because a page can send this header too.
 *
 * @param origin The public origin, such as `https://www.example.com`. A request may leave out the
 *   default port, 443 of https or 80 of http. If the request target is an absolute address, this
 *   address counts and not the header `Host`.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
export const isForHost = (
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  origin: string,
): boolean => {
  const { protocol, host } = new URL(origin)
  const authority = ABSOLUTE_TARGET.exec(url)?.[1] ?? headers[':authority'] ?? headers.host ?? ''
  const defaultPort = protocol === 'https:' ? /:443$/ : /:80$/
  return `${authority}`.toLowerCase().replace(defaultPort, '') === host
}
