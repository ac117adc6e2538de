import { warn } from '../../shared/warn.ts'
import { block, scriptAddress } from '../interceptors/block-element.ts'
import { urlOf } from '../url-of.ts'

/** Returns what would unblock an address, see `Rules.blockingAddress`. */
export type BlockingAddress = (url: URL) => string | undefined

/**
 * When elements without `data-consent` were found, which decides the warning: `earlier`, before the SDK started; `parsed`, as the parser
 * added them; `late`, after a change of the page; `never`, for no warning.
 */
export type FoundAt = 'earlier' | 'parsed' | 'late' | 'never'

/** The addresses for which a warning has been written. */
const warnedAddresses = new Set<string>()

/** Returns what would unblock the address of an element, see `Rules.blockingAddress`. */
export const openerOfElement = (
  element: Element,
  address: string | null,
  blockingAddress: BlockingAddress,
): string | undefined => {
  const url = address ? urlOf(address, element.baseURI) : undefined
  return url && blockingAddress(url)
}

/**
 * Blocks scripts and iframes that have a blocked address and no `data-consent`. The browser has
 * requested them already, so a warning tells the developer to mark them.
 */
export const blockRaw = (
  elements: readonly Element[],
  blockingAddress: BlockingAddress,
  foundAt: FoundAt,
): void => {
  for (const element of elements) {
    const { localName } = element
    const isScript = localName === 'script'
    const address = isScript || localName === 'iframe' ? scriptAddress(element) : null
    const opener = openerOfElement(element, address, blockingAddress)
    // Skips an element without a blocked address, and an element that is blocked already.
    if (!address || opener === undefined || (element as HTMLScriptElement).type === 'text/plain')
      continue
    // A script that is found late has been unblocked, or came by `innerHTML` and never runs.
    if (isScript && foundAt === 'late') continue
    // A script that was in the page before the SDK cannot be blocked any more; an iframe can.
    if (!isScript || foundAt === 'parsed') block(element, 'src', address, opener)
    if (foundAt === 'never' || warnedAddresses.has(address)) continue
    warnedAddresses.add(address)
    warn('requested-early', address, localName, opener, foundAt === 'earlier')
  }
}
