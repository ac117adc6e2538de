import type { AnyConsent } from '../../core/index.ts'
import { knownDetails } from '../../inventory/known-details.ts'
import { servicesIn } from '../../shared/services-in.ts'
import type { Fact } from '../parts/facts.tsx'
import type { Words } from './load-words.ts'
import { purposeName } from './purpose-name.ts'
import type { Shown } from './service-names.ts'

/**
 * Returns the services of a category, each with its details. For a category without named services,
 * returns the name of the category, with "Not stated" for all details.
 */
export const describedServices = (
  options: AnyConsent['options'],
  category: string,
  { text, described }: Words,
): readonly (readonly [name: string, facts: readonly Fact[]])[] => {
  const services = servicesIn<Shown>(options, category)
  return (services[0] ? services : [{ name: purposeName(category, text.purposes) }]).map(
    service => [
      service.name,
      (described?.get(service)?.details ?? knownDetails(service, text)).map(
        (detail, at): Fact => [text.terms[at] as string, detail],
      ),
    ],
  )
}
