import { fill } from '../shared/fill.ts'
import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { ChangesWords, SectionWords } from '../words/sections-text.ts'
import type { Change } from './changes.ts'
import type { Speaking } from './facts.ts'
import { countryName, periodInWords } from './in-words.ts'
import type { Tree } from './tree.ts'

/**
 * Returns changes between two inventories in words. Of a service that is new or gone, lists only
 * the name.
 */
export const changesList = (
  changes: readonly Change[],
  changesWords: ChangesWords,
  words: Speaking<SectionWords>,
): Tree => {
  const whole = changes.filter(({ kind }) => kind === 'service').map(({ service }) => service)
  const items = changes
    .filter(({ kind, service }) => kind === 'service' || !whole.includes(service))
    .map(change => ({ text: changeInWords(change, changesWords, words) }))
  const { heading, none } = changesWords
  return [{ heading, deeper: 1 }, { list: items[0] ? items : [{ text: none }] }]
}

const changeInWords = (
  change: Change,
  changesWords: ChangesWords,
  words: Speaking<SectionWords>,
): string => {
  const { kind, service } = change
  const { kinds, added, removed, changed, addedService, removedService } = changesWords
  if (kind === 'service')
    return fill(change.change === 'added' ? addedService : removedService, { service })
  const sentence = { added, removed, changed }[change.change]
  return fill(sentence, { service, kind: kinds[kind], value: valueInWords(change, words) })
}

const valueInWords = (
  { kind, value, words: valueWords }: Change,
  words: Speaking<SectionWords>,
): string => {
  const text = say(valueWords, words.language)?.replace(/ ?\({cookies}\)/, '')
  if (text) return text
  if (kind === 'retention')
    return value ? periodInWords(Number(value), words.language) : words.notStated
  return kind === 'country'
    ? (own(words.countries, value) ?? countryName(value, words.language))
    : value
}
