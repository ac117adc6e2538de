import { ORIGINAL } from '../shared/original.ts'
import { documentPrototype, ownDocument } from '../shared/own-document.ts'

/** Returns the cookies that this page can read, as `name=value`; none where the browser refuses. */
export const cookiePairs = (): readonly string[] => {
  try {
    return ownDocument.cookie.split('; ')
  } catch {
    return []
  }
}

/**
 * Writes one cookie, past our own interceptor: the SDK's own writes need no check against its rules.
 *
 * @param cookie With its attributes, as for `document.cookie`.
 * @throws Where the browser refuses cookies.
 */
export const writeCookie = (cookie: string): void => {
  // By the prototype, as in `ownDocument`.
  const write = (documentPrototype() as unknown as Accessors).__lookupSetter__('cookie')
  ;(write[ORIGINAL] ?? write).call(document, cookie)
}

type Write = ((this: Document, cookie: string) => void) & { readonly [ORIGINAL]?: Write }

interface Accessors {
  __lookupSetter__(name: string): Write
}
