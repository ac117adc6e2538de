import { ownDocument } from '../shared/own-document.ts'

/** Gives the cookies that this page can read, as `name=value`; none where the browser refuses. */
export const cookiePairs = (): readonly string[] => {
  try {
    return ownDocument.cookie.split('; ')
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
  // By the prototype, as in `ownDocument`.
  Reflect.set(Document.prototype, 'cookie', cookie, document)
}
