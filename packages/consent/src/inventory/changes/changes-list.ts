import { fill } from '../../shared/fill.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { textIn } from '../../shared/text-in.ts'
import type { ChangesWords } from '../../words/en/changes.ts'
import type { SectionWords } from '../../words/en/sections.ts'
import type { StoredText } from '../../words/en/stored.ts'
import type { Locale } from '../facts.ts'
import { countryName, periodInWords } from '../in-words.ts'
import type { Tree } from '../tree.ts'
import type { Change, ChangedValue } from './changes.ts'
import { type FactName, NECESSARY, NOT_STATED, ONLY_THIS_SITE } from './fact-values.ts'

/** Returns changes in words. A new or gone service, recipient or cookie is one item. */
export const changesList = (
  changes: readonly Change[],
  changesWords: ChangesWords,
  words: Locale<SectionWords>,
  { kinds, session, untilDeleted }: StoredText,
): Tree => {
  const { language, notStated, relations, bases, toolKinds } = words
  const times = { session, 'until-deleted': untilDeleted }
  const codes = { ...toolKinds, ...bases, ...kinds, ...times, ...changesWords.values }
  const withNote = (text: string, note: string | undefined) =>
    note ? fill(words.withNote, { text, note }) : text

  const valueInWords = ({ value, words: texts }: ChangedValue, fact: FactName): string => {
    const text = textIn(texts, language)?.replace(/ ?[(（]{cookies}[)）]/, '')
    if (text) return text
    // The value of words is their id, or a text in another language.
    if (value === NOT_STATED || (texts && fact !== 'collects')) return notStated
    if (fact === 'country')
      return ownProperty(words.countries, value) ?? countryName(value, language)
    if (fact === 'category')
      return value === NECESSARY
        ? words.necessary
        : (ownProperty(words.purposes ?? {}, value) ?? value)
    if (fact === 'recipients' && value === ONLY_THIS_SITE) return words.onlyThisSite
    if (['retention', 'seconds'].includes(fact) && Number.isFinite(+value))
      return periodInWords(+value, language)
    return CODED.test(fact)
      ? (ownProperty(relations, value)?.heading ?? ownProperty(codes, value) ?? value)
      : value
  }

  const changeInWords = ({ service, kind, change, about, before, after }: Change): string => {
    const { facts, addedService, removedService } = changesWords
    if (kind === 'name') return fill(after ? addedService : removedService, { service })
    const textOf = (one: ChangedValue | undefined) => {
      const of = changes.filter(other => other.service === service && other.about === one?.value)
      const country = kind === 'recipients' && of.find(other => other.kind === 'country')
      const where = country ? (country.after ?? country.before) : undefined
      return one && withNote(valueInWords(one, kind), where && valueInWords(where, 'country'))
    }
    const [was, is] = [textOf(before), textOf(after)]
    const earlier = was && is && was !== is ? fill(changesWords.before, { value: was }) : undefined
    const value = withNote(is ?? was ?? '', earlier)
    return fill(changesWords[change], { service, fact: withNote(facts[kind], about), value })
  }

  const items = changes
    .filter(one => !changes.some(whole => isPartOf(one, whole)))
    .map(one => ({ text: changeInWords(one) }))
  const { heading, none } = changesWords
  return [{ heading, deeper: 1 }, { list: items[0] ? items : [{ text: none }] }]
}

/** Matches the facts whose values are looked up as codes, such as `processor`, in the words. */
const CODED =
  /^(relation|basis|toolKind|seconds|isRenewed|party|identifies|isBehavioural|withoutGrant)$/

const WHOLE: readonly FactName[] = ['recipients', 'cookies', 'storage', 'databases']

/**
 * Says whether a change is part of `whole`: of a new or gone service, recipient, cookie, key or
 * database.
 */
export const isPartOf = ({ service, kind, about }: Change, whole: Change): boolean =>
  whole.service === service &&
  (whole.kind === 'name'
    ? kind !== 'name'
    : about !== undefined &&
      WHOLE.includes(whole.kind) &&
      [whole.before?.value, whole.after?.value].includes(about))
