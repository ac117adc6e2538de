import type { AnyConsent } from '../../core/index.ts'
import {
  type Declared,
  ownStored,
  type PurposeOf,
  type StoredRow,
  storedOf,
  storedRows,
} from '../../inventory/index.ts'
import { own } from '../../shared/own.ts'
import { quietly } from '../../shared/quietly.ts'
import { namedServices } from '../../shared/services-in.ts'
import type { StoredText } from '../../words/stored-text.ts'
import type { Words } from '../words/load-words.ts'
import type { Shown } from '../words/service-names.ts'

/**
 * Returns the rows of a table of cookies, storage keys and databases.
 *
 * @param services The services whose rows the table has.
 * @param options The options of the site, for rows of what the SDK itself and the necessary
 *   services store. @default the table has no such rows
 */
export const cookieRows = (
  { described, language, text }: Words,
  labels: StoredText,
  services: readonly Shown[],
  options?: AnyConsent['options'],
): readonly StoredRow[] => {
  const purposeOf: PurposeOf = name => {
    const purpose = own(labels.stored, name)
    return purpose === undefined ? purpose : { [language]: purpose }
  }
  const rowsOf = (service: Parameters<typeof storedRows>[0]) =>
    storedRows(service, labels, language, text.notStated)
  const rowsOfService = (service: Shown) => {
    const declared = described?.get(service)?.declared ?? (service as Declared)
    const stored = (rows: Declared['cookies']) => storedOf(rows, declared, purposeOf)
    return rowsOf({
      ...declared,
      cookies: stored(declared.cookies),
      storage: stored(declared.storage),
      databases: stored(declared.databases),
    })
  }
  const necessary = namedServices<Shown>(options?.services).filter(
    service => service.necessary && !service.category,
  )
  return [
    ...(options ? rowsOf({ name: '', recipients: [], ...ownStored(options, purposeOf) }) : []),
    ...[...necessary, ...services].flatMap(
      service =>
        // A service whose rows cannot be read must not keep the visitor from the preferences.
        quietly(() => rowsOfService(service)) ?? [],
    ),
  ]
}
