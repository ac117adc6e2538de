import { INTERCEPTED, type Intercepted } from '../../shared/intercepted.ts'
import { documentPrototype, ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/**
 * Returns the cookies of this page as `name=value`, or an empty list if the browser refuses
 * cookies.
 */
export const cookiePairs = (): readonly string[] =>
  quietly(() => ownDocument.cookie.split('; ')) ?? []

/**
 * Writes a cookie with the browser's own setter, so that the SDK's interceptor cannot block the
 * SDK.
 *
 * @param cookie The cookie with its attributes, as for `document.cookie`.
 * @throws The browser's error if the page may not use cookies.
 */
export const writeCookie = (cookie: string): void => {
  // An element named `cookie` would hide the property of the document; see `ownDocument`.
  const write = (documentPrototype() as unknown as Accessors).__lookupSetter__('cookie')
  const { [INTERCEPTED]: intercepted } = window as { [INTERCEPTED]?: Intercepted }
  ;((intercepted?.originals?.get(write) ?? write) as Write).call(document, cookie)
}

type Write = (this: Document, cookie: string) => void

interface Accessors {
  __lookupSetter__(name: string): Write
}
