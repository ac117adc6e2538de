import { own } from '../shared/own.ts'
import type { Texts } from './declaration.ts'
import type { Entry } from './entries.ts'
import type { InventoryService } from './inventory.ts'
import type { ServiceWords, WordsTable } from './words/words-table.ts'

/** The tables of words, by the language in which they are to be shown. */
export type Tables = Readonly<Record<string, WordsTable>>

/**
 * Returns one of our entries with its words.
 *
 * @param cookie The site's name for the cookie of the record, whose purpose is that of
 *   `spaceone_consent`.
 */
export const describe = (
  name: string,
  { hasFormer: _, ...entry }: Entry,
  tables: Tables,
  cookie?: string,
): InventoryService => {
  const texts = (find: (table: WordsTable) => string | undefined): Texts | undefined => {
    const found = Object.entries(tables).flatMap(([language, table]) => {
      const text = find(table)
      return text ? [[language, text]] : []
    })
    return found[0] && Object.fromEntries(found)
  }
  const words = (key: keyof ServiceWords) =>
    texts(({ services = {} }) => own(services, name)?.[key])
  const withPurpose = <Row extends { readonly name: string }>(row: Row) => ({
    ...row,
    purpose: texts(({ stored = {} }) =>
      row.name === cookie ? own(stored, 'spaceone_consent') : purposeOf(row.name, stored),
    ),
  })
  const { recipients, retention, collects, cookies, storage, databases, refusal } = entry
  return {
    ...entry,
    name,
    recipients:
      recipients === 'not-stated'
        ? recipients
        : recipients.map(one => ({
            ...one,
            ...(one.transfer && {
              transfer: { ...one.transfer, when: words('when'), how: words('how') },
            }),
          })),
    retention:
      retention === 'not-stated' ? retention : { ...retention, afterwards: words('afterwards') },
    collects: collects.map(({ id }) => ({
      id,
      words: texts(({ items = {} }) => own(items, id)),
    })),
    purposes: { site: words('site'), recipient: words('recipient') },
    refusal: { ...refusal, words: words('refusal') },
    cookies: cookies.map(withPurpose),
    storage: storage.map(withPurpose),
    databases: databases.map(withPurpose),
    ...(cookie && { necessary: words('necessary') }),
  }
}

/**
 * Returns the purpose of a stored name: of the same name, or of one with which the name ends, as
 * with a `cookie_prefix` of Google Analytics.
 */
const purposeOf = (name: string, stored: Readonly<Record<string, string>>): string | undefined =>
  own(stored, name) ?? Object.entries(stored).find(([known]) => name.endsWith(known))?.[1]
