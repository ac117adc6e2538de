import {
  type Change,
  type ChangedValue,
  countryName,
  type FactName,
  periodInWords,
} from '../../inventory/index.ts'
import { fill } from '../../shared/fill.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { changesWords } from '../../words/en/changes.ts'

/**
 * Returns a value in English. Without words in English, an item of data is named by its id, and a
 * text stays in the language declared first.
 */
const valueInEnglish = ({ value, words }: ChangedValue, kind: FactName): string => {
  if (words) return words['en'] ?? value
  if (kind === 'country') return countryName(value, 'en')
  if (/^(retention|seconds)$/.test(kind) && Number.isFinite(+value))
    return periodInWords(+value, 'en')
  return ownProperty(changesWords.values, value) ?? value
}

/** Returns a change as a sentence in English. A full stop ends it only if the value has one. */
export const changeInWords = ({ service, kind, change, about, before, after }: Change): string => {
  const { addedService, removedService, facts } = changesWords
  if (kind === 'name') return fill(after ? addedService : removedService, { service })
  const [was, is] = [before, after].map(one => one && valueInEnglish(one, kind))
  const fact = about ? `${facts[kind]} (${about})` : facts[kind]
  const earlier = was && is && was !== is ? ` (before: ${was})` : ''
  return fill(changesWords[change], { service, fact, value: `${is ?? was}${earlier}` })
}
