import { checkDeclarations } from './check-declarations.ts'
import { type FaultValues, faultValues } from './fault-values.ts'
import { type CollectingOptions, servicesOf } from './resolve-site.ts'

/**
 * Finds the mistakes in the declarations of a site's options, see `checkDeclarations`.
 *
 * @param language The language in which the page is shown. All words need a text in this language,
 *   in the languages of the policy's addresses, and in each language that any other words have.
 */
export const faultsIn = (options: CollectingOptions, language?: string): readonly FaultValues[] => {
  const { url } = options.policy
  const languages = typeof url === 'object' ? Object.keys(url) : []
  return checkDeclarations(servicesOf(options), languages.concat(language ?? [])).map(faultValues)
}
