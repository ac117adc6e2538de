import { addressOf, holdIfDenied } from '../guard/hold.ts'
import { urlOf } from '../lib/url-of.ts'

/** Gives the denied category to which an address belongs, if it does to one. */
export type KeepOut = (url: URL) => string | undefined

/** What has been told already. */
const told = new Set<string>()

/**
 * Keeps scripts and frames from running that stand in the page's HTML unmarked, and tells the
 * page's developer: the browser has asked for them before anybody could act.
 *
 * @param isTooLate They were there before the SDK; a script has run, or will.
 */
export const keepOutRaw = (
  elements: readonly Element[],
  deniedAt: KeepOut,
  isTooLate = false,
): void => {
  for (const element of elements) {
    const deniedCategory = (address: unknown) => {
      const url = urlOf(address, element.baseURI)
      return url && deniedAt(url)
    }
    const isScript = element.localName === 'script'
    if (!isScript && element.localName !== 'iframe') continue
    const address = addressOf(element)
    const category = address && deniedCategory(address)
    // Held by its mark-up, or by the guard when the page's script put it in.
    if (!category || element.matches('[type="text/plain"]')) continue
    // A script that comes by `innerHTML` never runs.
    if (!isScript || (document.readyState === 'loading' && !isTooLate))
      holdIfDenied(deniedCategory, element)
    if (told.has(address)) continue
    told.add(address)
    const kind = isScript ? 'script type="text/plain"' : 'iframe'
    console.warn(
      `[SpaceONE Consent] ${address} was requested before it was allowed. Write <${kind} data-consent="${category}" data-src="${address}"></${element.localName}>${isTooLate ? ' below consent.js' : ''}.`,
    )
  }
}
