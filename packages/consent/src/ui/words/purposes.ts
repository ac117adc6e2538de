import type { AnyConsent } from '../../core/index.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { fill } from '../../shared/sentences.ts'
import { servicesIn } from '../../shared/services.ts'
import type { BannerText } from '../../words/banner-text.ts'

/** Returns the names of services, separated by commas. */
export const serviceNames = (services: readonly { readonly name: string }[]): string =>
  services.map(({ name }) => name).join(', ')

/**
 * Returns the name of a category for use within a sentence, or its key if the category has no name.
 */
export const purposeName = (category: string, names: Readonly<Record<string, string>>): string =>
  ownProperty(names, category) ?? category

/**
 * Returns the purposes and their services as a list: `usage statistics (Google Analytics) and
 * advertising`. For a single purpose does not use `Intl.ListFormat`, because its first use takes
 * 100 ms on a slow machine.
 *
 * @param pending The categories that the banner asks about.
 */
export const purposesInWords = (
  options: AnyConsent['options'],
  pending: readonly string[],
  { purposes: names, withNote }: Pick<BannerText, 'purposes' | 'withNote'>,
  language: string,
): string => {
  const purposes = pending.map(category => {
    const note = serviceNames(servicesIn(options, category))
    const text = purposeName(category, names)
    return note ? fill(withNote, { text, note }) : text
  })
  return purposes[1] ? new Intl.ListFormat(language).format(purposes) : `${purposes[0]}`
}
