import { warn } from '../../shared/warn.ts'
import { addressOf, hold } from '../guard/hold.ts'
import { urlOf } from '../url-of.ts'

/** Gives the denied category to which an address belongs, if it does to one. */
export type KeepOut = (url: URL) => string | undefined

/**
 * When an element was seen: before the SDK could act, by the parser, later, or when it had been
 * allowed, of which nobody needs to be told.
 */
export type Tell = 'earlier' | 'parsed' | 'late' | 'never'

/** What has been told already. */
const told = new Set<string>()

/**
 * Keeps scripts and frames from running that stand in the page unmarked, and tells the page's
 * developer: the browser has asked for them before anybody could act.
 */
export const keepOutRaw = (elements: readonly Element[], deniedAt: KeepOut, tell: Tell): void => {
  for (const element of elements) {
    const { localName } = element
    const isScript = localName === 'script'
    const address = isScript || localName === 'iframe' ? addressOf(element) : null
    const url = address ? urlOf(address, element.baseURI) : undefined
    const category = url && deniedAt(url)
    // Held by its mark-up, or by the guard when a script of the page put it in.
    if (!address || category === undefined || (element as HTMLScriptElement).type === 'text/plain')
      continue
    // It has been released, or is one that does not run: nobody has asked for it too early.
    if (isScript && tell === 'late') continue
    // A script that was there before has run, or will; only the parser's can be kept from it.
    if (!isScript || tell === 'parsed') hold(element, address, category)
    if (tell === 'never' || told.has(address)) continue
    told.add(address)
    warn(
      `${address} was requested before it was allowed. Write <${localName}${
        isScript ? ' type="text/plain"' : ''
      } data-consent="${category}" data-src="${address}"></${localName}>${
        tell === 'earlier' ? ' below consent.js' : ''
      }.`,
    )
  }
}
