import type { AnyConsent } from '../../core/index.ts'
import { servicesIn } from '../../shared/services-in.ts'
import { purposeName } from './purpose-name.ts'
import { type Shown, serviceNames } from './service-names.ts'

/**
 * Returns the purposes and their services as a list: `usage statistics (Google Analytics) and
 * advertising`. For a single purpose does not use `Intl.ListFormat`, because its first use takes
 * 100 ms on a slow machine.
 *
 * @param pending The categories that the banner asks about.
 * @param names The names of the known categories.
 */
export const purposesInWords = (
  options: AnyConsent['options'],
  pending: readonly string[],
  names: Readonly<Record<string, string>>,
  language: string,
): string => {
  const purposes = pending.map(category => {
    const services = serviceNames(servicesIn<Shown>(options, category))
    return purposeName(category, names) + (services && ` (${services})`)
  })
  return purposes[1] ? new Intl.ListFormat(language).format(purposes) : `${purposes[0]}`
}
