import { own } from '../shared/own.ts'
import type { ServiceWords, WordsTable } from '../words/words-table.ts'
import type { Texts } from './declaration.ts'
import type { Entry } from './entries.ts'
import type { InventoryService } from './inventory.ts'

/** The tables of words, by the language in which they are to be shown. */
export type Tables = Readonly<Record<string, WordsTable>>

/** A service of an inventory, made of our entry and its words, without cookies and stored data. */
export type Described = Omit<InventoryService, 'cookies' | 'storage' | 'databases'>

/** Returns a text in each language whose table has the text; `undefined` if none has. */
const textsIn = (
  tables: Tables,
  find: (table: WordsTable) => string | undefined,
): Texts | undefined => {
  const found = Object.entries(tables).flatMap(([language, table]) => {
    const text = find(table)
    return text ? [[language, text]] : []
  })
  return found[0] && Object.fromEntries(found)
}

/** Returns a function that finds the purpose of a cookie, key or database by its name. */
export const purposeIn =
  (tables: Tables) =>
  (name: string): Texts | undefined =>
    textsIn(tables, ({ stored = {} }) => own(stored, name))

/** Returns one of our entries with its words. */
export const describe = (name: string, entry: Entry, tables: Tables): Described => {
  const words = (key: keyof ServiceWords) =>
    textsIn(tables, ({ services = {} }) => own(services, name)?.[key])
  const { recipients, retention = 'not-stated', collects, refusal } = entry
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
      words: textsIn(tables, ({ items = {} }) => own(items, id)),
    })),
    purposes: { site: words('site'), recipient: words('recipient') },
    refusal: { ...refusal, words: words('refusal') },
    necessary: words('necessary'),
  }
}
