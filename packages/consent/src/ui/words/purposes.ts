import type { AnyConsent } from '../../core/index.ts'
import { fill } from '../../shared/fill.ts'
import { servicesIn } from '../../shared/services-in.ts'
import type { BannerText } from '../../words/banner-text.ts'
import { purposeName } from './purpose-name.ts'
import { type Shown, serviceNames } from './service-names.ts'

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
    const note = serviceNames(servicesIn<Shown>(options, category))
    const text = purposeName(category, names)
    return note ? fill(withNote, { text, note }) : text
  })
  return purposes[1] ? new Intl.ListFormat(language).format(purposes) : `${purposes[0]}`
}
