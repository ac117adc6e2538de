import { warn } from '../../options/warn.ts'
import { urlOf } from '../../shared/platform.ts'
import { blockElement, isMarkedScript, scriptAddress } from '../interceptors/block-element.ts'
import type { MissingGrant } from '../rules.ts'

/**
 * When the SDK found elements: `earlier`, in the page before the SDK started; `parsed`, as the parser
 * added them; `late`, by a later search. `blockRaw` blocks no script that is `earlier` or `late`.
 * Without `foundAt`, `blockRaw` writes no warning.
 */
export type FoundAt = 'earlier' | 'parsed' | 'late'

/** Types of scripts that `blockRaw` has seen. A plugin that delays scripts may change a type. */
export const types: Set<string> = new Set()

/** The addresses, and the texts of inline scripts, for which a warning has been written. */
const warned = new Set<string>()

/**
 * Blocks iframes, and scripts that the parser has just added, if a grant is missing. With
 * `foundAt`, warns once of each address or text that lacks a grant, but not of `late` scripts. An
 * inline script is seen before it runs: its end tag is a microtask checkpoint.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata
 */
export const blockRaw = (
  elements: readonly Element[],
  missingGrant: MissingGrant,
  foundAt: FoundAt | undefined,
): void => {
  for (const element of elements) {
    const { localName } = element
    const isScript = localName === 'script'
    if (isScript) types.add((element as HTMLScriptElement).type)
    const address = (isScript || localName === 'iframe' ? scriptAddress(element) : '') ?? ''
    if (!address && !isMarkedScript(element)) continue
    const missing = missingGrant(urlOf(address), element)
    if (missing === undefined || (element as HTMLScriptElement).type === 'text/plain') continue
    // A script that is found late runs already, or never, as one of `innerHTML`.
    if (isScript && foundAt === 'late') continue
    // It is too late to block a script that the page had before the SDK started.
    if (!isScript || foundAt === 'parsed') blockElement(element, 'src', address, missing)
    const named = address || element.textContent
    if (!foundAt || warned.has(named)) continue
    warned.add(named)
    warn('requested-early', address, localName, missing, foundAt === 'earlier', element)
  }
}
