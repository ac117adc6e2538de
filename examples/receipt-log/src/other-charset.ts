/**
 * Matches a parameter of a media type. Matches a quoted value up to its closing quotation mark, so
 * that a semicolon inside the value does not start another parameter.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-parameters
 */
const PARAMETER = /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g

/**
 * Returns the charset of a body if it is not UTF-8.
 *
 * @param contentType The request's header `Content-Type`.
 * @returns `undefined` if the header names UTF-8 or no charset.
 */
export const otherCharset = (contentType: string): string | undefined => {
  for (const [, name, quoted, token = ''] of contentType.matchAll(PARAMETER)) {
    if (name?.toLowerCase() !== 'charset') continue
    const charset = quoted?.replace(/\\(.)/g, '$1') ?? token.trim()
    if (charset.toLowerCase() !== 'utf-8') return charset
  }
  return undefined
}
