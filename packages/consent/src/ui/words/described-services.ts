import type { AnyConsent } from '../../core/index.ts'
import { knownDetails } from '../../inventory/known-details.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/is-tag.ts'
import type { Fact } from '../layers/facts.tsx'
import type { Words } from './load-words.ts'
import { purposeName } from './purpose-name.ts'
import { servicesIn } from './service-names.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Returns the services of a category, each with its details. A category without services that have a
 * name stands for itself, and all its details are "Not stated".
 */
export const describedServices = (
  options: AnyConsent['options'],
  category: string,
  { text, described }: Words,
): readonly (readonly [name: string, facts: readonly Fact[]])[] => {
  const services = servicesIn(options, category)
  // On visitors' pages the npm package writes nothing: only a developer can declare a service.
  if (!services[0] && (IS_TAG || process.env.NODE_ENV !== 'production'))
    warn('not-declared', category)
  return (services[0] ? services : [{ name: purposeName(category, text.purposes) }]).map(
    service => [
      service.name,
      (described?.get(service)?.details ?? knownDetails(service, text)).map(
        (detail, at): Fact => [`${text.terms[at]}`, detail],
      ),
    ],
  )
}
