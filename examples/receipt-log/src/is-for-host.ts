import type { IncomingMessage } from 'node:http'

/** The host and port of a request target that is a whole address. */
const ABSOLUTE_TARGET = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i

/**
 * Says whether a request is for the host of the public origin. A proxy's `X-Forwarded-Host` does not
 * count: a page can send that header, too.
 *
 * @param origin The public origin, such as `https://www.example.com`. Its default port, 443 of https
 * or 80 of http, may be left out of the request.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 for the order: an absolute target counts
 * before the header.
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
