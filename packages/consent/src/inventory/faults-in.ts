import { checkDeclarations } from './check-declarations.ts'
import { type FaultValues, faultValues } from './fault-values.ts'
import { type CollectingOptions, languagesOf, servicesOf } from './resolve-site.ts'

/**
 * Finds the mistakes in the declarations of a site's options, see `checkDeclarations`.
 *
 * @param language The language in which the page is shown.
 */
export const faultsIn = (options: CollectingOptions, language?: string): readonly FaultValues[] =>
  checkDeclarations(servicesOf(options), languagesOf(options, language)).map(faultValues)
