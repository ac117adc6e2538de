import { fill } from '../shared/fill.ts'
import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { ChangesWords, FactName, SectionWords } from '../words/sections-text.ts'
import type { Change, ChangedValue } from './changes.ts'
import { NECESSARY, NOT_STATED, ONLY_THIS_SITE } from './fact-values.ts'
import type { Speaking } from './facts.ts'
import { countryName, periodInWords } from './in-words.ts'
import type { Tree } from './tree.ts'

/**
 * Returns changes between two inventories in words. Of a service, a recipient or a cookie that is
 * new or gone, lists only the name, and of a recipient the country.
 */
export const changesList = (
  changes: readonly Change[],
  changesWords: ChangesWords,
  words: Speaking<SectionWords>,
): Tree => {
  const { heading, none } = changesWords
  const items = changes
    .filter(one => !changes.some(whole => isPartOf(one, whole)) && !isReplaced(one))
    .map(one => ({ text: changeInWords(one, changes, changesWords, words) }))
  return [{ heading, deeper: 1 }, { list: items[0] ? items : [{ text: none }] }]
}

const WHOLE: readonly Change['kind'][] = ['recipient', 'cookie', 'storage', 'database']

/** Says whether a change is about a service, recipient or cookie that is new or gone as a whole. */
const isPartOf = ({ service, kind, about = '' }: Change, whole: Change): boolean =>
  whole.service === service &&
  (whole.kind === 'service'
    ? kind !== 'service'
    : about !== '' && WHOLE.includes(whole.kind) && about === (whole.after ?? whole.before)?.value)

/** The values that stand in place of a list. */
const IN_PLACE: readonly (string | undefined)[] = [NOT_STATED, ONLY_THIS_SITE]

/** Says whether a list has taken the place of "Not stated" or "Only this site". */
const isReplaced = ({ before, after }: Change) => !after && IN_PLACE.includes(before?.value)

const changeInWords = (
  change: Change,
  changes: readonly Change[],
  changesWords: ChangesWords,
  words: Speaking<SectionWords>,
): string => {
  const { service, kind, about, before, after } = change
  const { facts, added, removed, changed, wording, addedService, removedService } = changesWords
  const fact = change.wordingOf ?? (kind as FactName)
  if (fact === 'service') return fill(after ? addedService : removedService, { service })
  const withNote = (text: string, note: string | undefined) =>
    note ? fill(words.withNote, { text, note }) : text
  const textOf = (value: ChangedValue | undefined, of = fact) =>
    value && valueInWords(value, of, changesWords, words)

  const country = changes.find(
    other => kind === 'recipient' && other.kind === 'country' && isPartOf(other, change),
  )
  const where = textOf(country?.after ?? country?.before, 'country')
  const [was, is] = [textOf(before), textOf(after)]
  const earlier = was && is && was !== is ? fill(changesWords.before, { value: was }) : undefined
  const isNow = before || IN_PLACE.includes(after?.value)
  const sentence = kind === 'wording' ? wording : !after ? removed : isNow ? changed : added
  return fill(sentence, {
    service,
    fact: withNote(facts[fact], about),
    value: withNote(is ?? was ?? '', where ?? earlier),
  })
}

/** The facts whose values are codes, and no names, texts or addresses. */
const CODED: readonly FactName[] = [
  ...(['relation', 'basis', 'toolKind', 'identifies', 'isBehavioural', 'withoutGrant'] as const),
  ...(['lifetime', 'isRenewed', 'party'] as const),
]

const valueInWords = (
  { value, words: texts }: ChangedValue,
  fact: FactName,
  { values }: ChangesWords,
  words: Speaking<SectionWords>,
): string => {
  const { language, notStated, relations, bases, toolKinds } = words
  const text = say(texts, language)?.replace(/ ?[(（]{cookies}[)）]/, '')
  if (text) return text
  // The value of words is their id, or a text in another language.
  if (value === NOT_STATED || (texts && fact !== 'item')) return notStated
  if (fact === 'country') return own(words.countries, value) ?? countryName(value, language)
  if (fact === 'category')
    return value === NECESSARY ? words.necessary : (own(words.purposes ?? {}, value) ?? value)
  if (fact === 'recipient' && value === ONLY_THIS_SITE) return words.onlyThisSite
  if (['retention', 'lifetime'].includes(fact) && Number.isFinite(+value))
    return periodInWords(+value, language)
  const codes = { ...toolKinds, ...bases, ...values }
  return CODED.includes(fact)
    ? (own(relations, value)?.heading ?? own(codes, value) ?? value)
    : value
}
