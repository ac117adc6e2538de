import { warn } from '../../options/warn.ts'
import { blockElement, scriptAddress } from '../interceptors/block-element.ts'
import { type Parsed, urlOf } from '../match-address.ts'

/** Returns what would unblock an address of an element, see `Rules.blockingAddress`. */
export type BlockingAddress = (url: Parsed, element?: Element) => string | undefined

/**
 * The moment at which elements with an address in `src` were found: `earlier`, before the SDK
 * started; `parsed`, as the parser added them; `late`, after a change of the page; `never`, for no
 * warning. Each moment has its own warning.
 */
export type FoundAt = 'earlier' | 'parsed' | 'late' | 'never'

/**
 * The types of the scripts that the HTML has had. A plugin that delays scripts removes the type of a
 * script, or the script, when the plugin starts the script.
 */
export const types: Set<string> = new Set()

/** The addresses for which a warning has been written. */
const warnedAddresses = new Set<string>()

/** Returns what would unblock an element's address, see `Rules.blockingAddress`. */
export const blockedByAddress = (
  element: Element,
  address: string | null,
  blockingAddress: BlockingAddress,
): string | undefined => (address ? blockingAddress(urlOf(address), element) : undefined)

/**
 * Blocks scripts and iframes that have a blocked address in `src`, or any address in `src` beside
 * the `data-consent` of something that is not granted. The browser may have requested them already,
 * so a warning tells the developer what to write.
 */
export const blockRaw = (
  elements: readonly Element[],
  blockingAddress: BlockingAddress,
  foundAt: FoundAt,
): void => {
  for (const element of elements) {
    const { localName } = element
    const isScript = localName === 'script'
    if (isScript) types.add((element as HTMLScriptElement).type)
    const address = isScript || localName === 'iframe' ? scriptAddress(element) : null
    const missing = blockedByAddress(element, address, blockingAddress)
    // Skips an element without a blocked address, and an element that is blocked already.
    if (!address || missing === undefined || (element as HTMLScriptElement).type === 'text/plain')
      continue
    // A script that is found late has been unblocked, or came by `innerHTML` and never runs.
    if (isScript && foundAt === 'late') continue
    // A script that was in the page before the SDK cannot be blocked any more; an iframe can.
    if (!isScript || foundAt === 'parsed') blockElement(element, 'src', address, missing)
    if (foundAt === 'never' || warnedAddresses.has(address)) continue
    warnedAddresses.add(address)
    warn('requested-early', address, localName, missing, foundAt === 'earlier', element)
  }
}
