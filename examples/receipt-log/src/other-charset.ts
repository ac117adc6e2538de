/**
 * A parameter of a media type; its value ends with its quotation mark, so that a semicolon in it
 * begins no other parameter.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-parameters
 */
const PARAMETER = /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g

/**
 * Finds the charset of a body that is not UTF-8.
 *
 * @param contentType The request's header.
 * @returns `undefined` where the header names UTF-8 or no charset.
 */
export const otherCharset = (contentType: string): string | undefined => {
  for (const [, name, quoted, token = ''] of contentType.matchAll(PARAMETER)) {
    if (name?.toLowerCase() !== 'charset') continue
    const charset = quoted?.replace(/\\(.)/g, '$1') ?? token.trim()
    if (charset.toLowerCase() !== 'utf-8') return charset
  }
  return undefined
}
