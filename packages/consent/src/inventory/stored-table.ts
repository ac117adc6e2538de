import { fill } from '../shared/fill.ts'
import { textIn } from '../shared/text-in.ts'
import type { FactWords } from '../words/details-words.ts'
import type { StoredText } from '../words/en/stored.ts'
import type { Stored, Texts } from './declaration.ts'
import type { Locale } from './facts.ts'
import { periodInWords } from './in-words.ts'
import type { InventoryService } from './inventory.ts'
import type { Table } from './tree.ts'

/** Returns a table of the cookies, keys and databases of services. */
export const storedTable = (
  services: readonly InventoryService[],
  words: StoredText,
  { language, notStated }: Pick<Locale<FactWords>, 'language' | 'notStated'>,
  label: string,
): Table => ({
  label,
  columns: words.columns,
  rows: services.flatMap(({ name, cookies, storage, databases, recipients }) => {
    const company = typeof recipients === 'object' ? recipients[0]?.company : name
    const firstParty = company ? fill(words.forCompany, { company }) : words.thisSite
    const row = (one: Stored<Texts>, kind: keyof StoredText['kinds']) =>
      [
        one.name,
        words.kinds[kind],
        textIn(one.purpose, language) ?? notStated,
        lifetime(one, words, language) ?? notStated,
        one.setBy ??
          (recipients === 'not-stated' ? name : kind === 'third' ? (company ?? name) : firstParty),
      ].map(text => [{ text }])
    return [
      ...cookies.map(one => row(one, one.party ?? 'first')),
      ...storage.map(one => row(one, 'storage')),
      ...databases.map(one => row(one, 'database')),
    ]
  }),
})

const lifetime = ({ seconds, isRenewed }: Stored<Texts>, words: StoredText, language: string) => {
  if (typeof seconds !== 'number')
    return seconds && words[seconds === 'session' ? 'session' : 'untilDeleted']
  const time = periodInWords(seconds, language)
  return isRenewed ? fill(words.renewed, { time }) : time
}
