import type { AnyConsent } from '../core/index.ts'
import { purposeName } from './purpose-name.ts'
import { serviceNames } from './service-names.ts'

/**
 * Gives what is asked as a list in words: `usage statistics (Google Analytics) and advertising`.
 *
 * @param pending The categories that are asked.
 * @param names The words for the known ones.
 */
export const purposesInWords = (
  { categories }: AnyConsent['options'],
  pending: readonly string[],
  names: Readonly<Record<string, string>>,
  language: string,
): string =>
  new Intl.ListFormat(language).format(
    pending.map(category => {
      const services = serviceNames(categories[category]?.services)
      return purposeName(category, names) + (services && ` (${services})`)
    }),
  )
