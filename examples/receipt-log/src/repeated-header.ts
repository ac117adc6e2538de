/**
 * Headers that a request may have only once. If a request has several, Node reads only the first,
 * and a proxy may have read another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 on requests with several `Host` headers
 */
const SINGLE: readonly string[] = ['host', 'content-type']

/**
 * Returns the name of a header of `SINGLE` that a request has several times; `undefined` if there
 * is none.
 *
 * @param rawHeaders Names and values in turn, as Node has received them.
 */
export const repeatedHeader = (rawHeaders: readonly string[]): string | undefined => {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map(name => name.toLowerCase())
  return SINGLE.find(name => names.indexOf(name) !== names.lastIndexOf(name))
}
