import type { AnyConsent } from '../../core/index.ts'
import {
  type Declared,
  ownDeclaration,
  resolve,
  storedTable,
  type Texts,
} from '../../inventory/index.ts'
import { quietly } from '../../shared/errors.ts'
import { namedServices } from '../../shared/services.ts'
import type { StoredText } from '../../words/en/stored.ts'
import type { BannerWords } from '../words/load-words.ts'

/**
 * Returns a table of what services store. With `options`, it also has rows of what the SDK itself
 * and the necessary services store. `label` is the accessible name of the table.
 */
export const storedOf = (
  { described, language, text: { notStated } }: BannerWords,
  text: StoredText,
  label: string,
  services: readonly Declared[],
  options?: AnyConsent['options'],
): ReturnType<typeof storedTable> => {
  const tables = { [language]: { stored: text.stored } }
  const necessary = namedServices(options?.services).filter(
    service => service.necessary && !service.category,
  )
  const all = [options ? ownDeclaration(options, tables) : [], necessary, services].flat()
  const shown = all.flatMap(
    service =>
      // A service whose rows cannot be read must not keep the visitor from the preferences.
      quietly(() =>
        resolve(described?.declared.get(service) ?? (service as Declared<Texts>), tables),
      ) ?? [],
  )
  return storedTable(shown, text, { language, notStated }, label)
}
