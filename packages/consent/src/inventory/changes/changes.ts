import { textIn } from '../../shared/text-in.ts'
import { TEXTS_ID } from '../declaration.ts'
import type { InventoryService, KeptInventory } from '../inventory.ts'
import { type FactName, type FactValue, factsOf, NOT_STATED } from './fact-values.ts'
import { inTodaysForm } from './read-inventory.ts'

/** One difference between two inventories. */
export interface Change {
  readonly service: string
  readonly kind: FactName
  /** `reworded` if only words for the same fact differ. */
  readonly change: 'added' | 'removed' | 'changed' | 'reworded'
  /** The recipient, cookie, key or database of the fact. @default the fact is about the service */
  readonly about?: string | undefined
  /** Missing if the change is `added`. */
  readonly before?: ChangedValue | undefined
  /** Missing if the change is `removed`. */
  readonly after?: ChangedValue | undefined
  /**
   * Whether visitors have not agreed to the change. A fact that is no longer stated widens, except
   * `setBy` and `subprocessors`. So does a value that is new or differs, but a time only if it is
   * longer, in words or `until-deleted`, yes or no only if it is yes, `party` if it is `third`,
   * `basis` if it was `consent`; not a `relation` that is now `processor`, `recipients` that are
   * now only this site, the `category` of a service that was necessary, nor a new or other
   * `contact`, `toolKind`, `setBy` or `refusal`.
   */
  readonly widens: boolean
}

/** A value before or after a change: `not-stated`, or the value, and its words if it has words. */
export type ChangedValue = Pick<FactValue, 'value' | 'words'>

/**
 * Returns the changes of services' facts between two inventories, also of version 0.1. Another
 * order of services, recipients, items, cookies or addresses is no change.
 */
export const changesIn = (earlier: KeptInventory, later: KeptInventory): readonly Change[] => {
  const [before, after] = [inTodaysForm(earlier).services, inTodaysForm(later).services]
  return [...new Set([...before, ...after].map(({ name }) => name))].flatMap(service => {
    const factsIn = (all: readonly InventoryService[]) =>
      all.filter(({ name }) => name === service).flatMap(factsOf)
    return changesOfService(service, factsIn(before), factsIn(after))
  })
}

/**
 * Returns each change that visitors have not agreed to, although the policy's version is the same:
 * the changes of `changesIn` whose `widens` is `true`. A site's own test can require that the list
 * is empty.
 *
 * ```ts
 * expect(newIn(earlier, await inventoryOf(options))).toEqual([])
 * ```
 *
 * @returns An empty list if the versions of the policy differ: a material version asks visitors
 *   again. After a version that is not material, use `changesIn`.
 */
export const newIn = (earlier: KeptInventory, later: KeptInventory): readonly Change[] =>
  earlier.policy.version === later.policy.version
    ? changesIn(earlier, later).filter(({ widens }) => widens)
    : []

/** Returns the changes of all services of one name. */
const changesOfService = (
  service: string,
  had: readonly FactValue[],
  has: readonly FactValue[],
): readonly Change[] => {
  const gone = had.filter(old => !has.some(now => isSameValue(old, now)))
  const changeOf = (change: Change['change'], old?: FactValue, now?: FactValue) => {
    const { kind, about, value, isInList, widens = () => true } = (now ?? old) as FactValue
    // That a new recipient has no country, or a new service no items, is no change by itself.
    if (value === NOT_STATED && !(old && now)) return []
    const isWider = now
      ? change !== 'reworded' && (value === NOT_STATED || widens(value, old?.value))
      : // One part of a fact is no longer stated, such as the method of a transfer.
        !isInList && has.some(one => one.kind === kind && one.about === about)
    const [before, after] = [old, now].map(one => one && { value: one.value, words: one.words })
    return [{ service, kind, change, about, before, after, widens: isWider }]
  }
  return [
    ...has.flatMap(now => {
      const same = had.find(old => isSameValue(old, now))
      if (same) return isReworded(same, now) ? changeOf('reworded', same, now) : []
      // A value of a list only takes the place of "Not stated" or "Only this site".
      const at = gone.findIndex(
        old => old.kind === now.kind && old.about === now.about && !(old.isInList && now.isInList),
      )
      return at < 0
        ? changeOf('added', undefined, now)
        : changeOf('changed', gone.splice(at, 1)[0], now)
    }),
    ...gone.flatMap(old => changeOf('removed', old)),
  ]
}

/** Says whether two values are the same; words without ids count in the first shared language. */
const isSameValue = (old: FactValue, now: FactValue): boolean => {
  const [first] = sharedLanguages(old, now)
  const haveIds = now.isInList || (old.words?.[TEXTS_ID] && now.words?.[TEXTS_ID])
  return (
    old.kind === now.kind &&
    old.about === now.about &&
    (old.value === now.value ||
      (first !== undefined && !haveIds && old.words?.[first] === textIn(now.words, first)))
  )
}

/** Says whether the words of two values differ in a language that both have. */
const isReworded = (old: FactValue, now: FactValue): boolean =>
  sharedLanguages(old, now).some(language => old.words?.[language] !== textIn(now.words, language))

/** Returns the languages that the words of two values share, as the earlier words order them. */
const sharedLanguages = ({ words = {} }: FactValue, now: FactValue): readonly string[] =>
  Object.keys(words).filter(language => language !== TEXTS_ID && textIn(now.words, language))
