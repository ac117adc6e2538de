import type { ConsentOptions } from '../core/index.ts'
// Do not import from `inventory/index.ts`: bundlers would keep its tables in production.
import { faultsIn } from '../inventory/check/fault-values.ts'
import { warn } from '../options/warn.ts'
import { quietly } from '../shared/errors.ts'
import { supportedLanguage } from '../shared/languages.ts'

/** For the options of each consent, the paths that a warning has named already. */
const named = new WeakMap<object, Set<string>>()

/**
 * Writes a warning for each mistake in the declarations of a site, once for each consent. For
 * development only.
 *
 * @param language The language of the page. If the SDK has texts in this language, all words need a
 *   text in it.
 */
export const warnOfDeclarations = (
  options: ConsentOptions<string>,
  language: string | undefined,
): void => {
  // If the options cannot be read, ignore the error here: `createConsent` throws its own error.
  quietly(() => {
    const known = named.get(options) ?? new Set()
    named.set(options, known)
    for (const fault of faultsIn(options, supportedLanguage(language, []))) {
      if (!known.has(fault[0])) warn('declaration', ...fault)
      known.add(fault[0])
    }
  })
}
