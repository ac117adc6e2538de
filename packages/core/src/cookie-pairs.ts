// By the prototype: `<img name="cookie">` would answer for `document.cookie` otherwise.
// https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem

/** Gives the cookies that this page can read, as `name=value`; none where the browser refuses. */
export const cookiePairs = (): readonly string[] => {
  try {
    return Reflect.get(Document.prototype, 'cookie', document).split('; ')
  } catch {
    return []
  }
}

/**
 * Writes one cookie.
 *
 * @param cookie With its attributes, as for `document.cookie`.
 */
export const writeCookie = (cookie: string): void => {
  Reflect.set(Document.prototype, 'cookie', cookie, document)
}
