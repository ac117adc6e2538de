import { checkDeclarations, type DeclarationFault } from './check-declarations.ts'
import { type CollectingOptions, declaredIn } from './declared-in.ts'

/**
 * Finds the mistakes in the declarations of a site's options, see `checkDeclarations`.
 *
 * @param language The language in which the page is shown. All words need a text in this language,
 *   in the languages of the policy's addresses, and in each language that any other words have.
 */
export const faultsIn = (
  options: CollectingOptions,
  language?: string,
): readonly DeclarationFault[] => {
  const { url } = options.policy
  const languages = typeof url === 'object' ? Object.keys(url) : []
  return checkDeclarations(declaredIn(options), languages.concat(language ?? []))
}
