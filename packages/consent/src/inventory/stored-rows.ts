import { say } from '../shared/say.ts'
import type { StoredWords } from '../words/stored-words.ts'
import type { Declared } from './complete.ts'
import type { Stored, Texts } from './declaration.ts'
import { periodInWords } from './in-words.ts'
import type { InventoryService } from './inventory.ts'
import { listed } from './known-details.ts'

/** A row of a table of cookies: a text per column of `StoredWords`. */
export type StoredRow = readonly [
  name: string,
  kind: string,
  purpose: string,
  kept: string,
  setBy: string,
]

/**
 * Returns the rows of a service's cookies, storage keys and databases.
 *
 * @param notStated The text in place of a purpose or lifetime that the service does not declare.
 */
export const storedRows = (
  {
    name: service,
    cookies,
    storage,
    databases = [],
    recipients,
  }: Pick<InventoryService, 'name' | 'cookies' | 'storage'> &
    Partial<Pick<InventoryService, 'databases'>> &
    Pick<Declared, 'recipients'>,
  words: StoredWords,
  language: string,
  notStated: string,
): readonly StoredRow[] => {
  const company = listed(recipients)[0]?.company
  const firstParty = company ? words.forCompany.replace('{company}', () => company) : words.thisSite
  const row = (one: Stored<Texts>, kind: keyof StoredWords['kinds']): StoredRow => [
    one.name,
    words.kinds[kind],
    say(one.purpose, language) ?? notStated,
    lifetime(one, words, language) ?? notStated,
    one.setBy ??
      (typeof recipients !== 'object'
        ? service
        : kind === 'third'
          ? (company ?? service)
          : firstParty),
  ]
  return [
    ...cookies.map(one => row(one, one.party ?? 'first')),
    ...storage.map(one => row(one, 'storage')),
    ...databases.map(one => row(one, 'database')),
  ]
}

const lifetime = (
  { seconds, isRenewed }: Stored<Texts>,
  { session, untilDeleted, renewed }: StoredWords,
  language: string,
) => {
  if (seconds === undefined) return undefined
  if (seconds === 'session') return session
  if (seconds === 'until-deleted') return untilDeleted
  const time = periodInWords(seconds, language)
  return isRenewed ? renewed.replace('{time}', () => time) : time
}
