import type { IncomingHttpHeaders } from 'node:http'

/**
 * Returns the codings that a header lists, in lower case. Leaves out `identity`, which means no
 * coding.
 */
const codings = (header = '') =>
  header
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '' && name !== 'identity')

/**
 * Returns the first coding of a body that this server does not decode, such as `gzip`. Node decodes
 * only `chunked`, and leaves bodies with another transfer coding as they are.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.content-encoding
 */
export const unreadCoding = (headers: IncomingHttpHeaders): string | undefined =>
  [
    ...codings(headers['content-encoding']),
    ...codings(headers['transfer-encoding']).filter(name => name !== 'chunked'),
  ][0]
