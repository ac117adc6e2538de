import { say } from '../shared/say.ts'
import type { FactName } from '../words/sections-text.ts'
import { TEXTS_ID } from './fact-of-texts.ts'
import { FACTS, type FactValue, NOT_STATED } from './fact-values.ts'
import type { InventoryService, KeptInventory } from './inventory.ts'
import { upgradeInventory } from './upgrade-inventory.ts'

/** One difference between two inventories. */
export interface Change {
  readonly service: string
  /** The fact that differs; `wording` if only words for the same fact differ. */
  readonly kind: FactName | 'wording'
  /** The fact whose words differ. Only a change of the kind `wording` has it. */
  readonly wordingOf?: FactName | undefined
  readonly change: 'added' | 'removed' | 'changed'
  /** The recipient or the cookie that the fact is about. @default it is about the service */
  readonly about?: string | undefined
  /** Missing if the change is `added`. */
  readonly before?: ChangedValue | undefined
  /** Missing if the change is `removed`. */
  readonly after?: ChangedValue | undefined
  /** Whether visitors have not agreed to it, see the table in this folder's README. */
  readonly widens: boolean
}

/** A value before or after a change: `not-stated`, or the value, and its words if it has words. */
export type ChangedValue = Omit<FactValue, 'about'>

/**
 * Returns every fact that differs between two inventories. The order of services, recipients,
 * items, cookies and addresses makes no difference.
 *
 * @param earlier An inventory from `inventoryOf`, or one that was written as JSON and parsed again,
 *   also by version 0.1.
 */
export const changesIn = (earlier: KeptInventory, later: KeptInventory): readonly Change[] => {
  const [before, after] = [earlier, later].map(
    one => upgradeInventory(one, 'inventory')[0].services,
  ) as [Services, Services]
  return [...new Set([...before, ...after].map(({ name }) => name))].flatMap(service => {
    const named = (all: readonly InventoryService[]) => all.filter(({ name }) => name === service)
    return changesOfService(service, named(before), named(after))
  })
}

/**
 * Returns each change that visitors have not agreed to, although the policy's version is the same:
 * the changes of `changesIn` that widen what is collected, or leave a fact no longer stated. A
 * site's own test can require that the list is empty.
 *
 * ```ts
 * expect(newIn(earlier, await inventoryOf(options))).toEqual([])
 * ```
 *
 * @returns An empty list if the versions of the policy differ, since visitors are then asked again.
 */
export const newIn = (earlier: KeptInventory, later: KeptInventory): readonly Change[] =>
  earlier.policy.version === later.policy.version
    ? changesIn(earlier, later).filter(({ widens }) => widens)
    : []

type Services = readonly InventoryService[]

/** Returns the changes of all services of one name. */
const changesOfService = (service: string, before: Services, after: Services): readonly Change[] =>
  (Object.keys(FACTS) as FactName[]).flatMap(kind => {
    const { read, isList, widens } = FACTS[kind]
    const [had, has] = [before.flatMap(read), after.flatMap(read)]
    const isSame = isList ? isSameValue : isSameFact
    const gone = had.filter(old => !has.some(now => isSame(old, now)))
    const change = (old: FactValue | undefined, now: FactValue | undefined): readonly Change[] => {
      const { about, value } = (now ?? old) as FactValue
      // That a new recipient has no country, or a new service no items, is no change by itself.
      const isInBoth = isList ? before[0] && after[0] : old && now
      if (value === NOT_STATED && !isInBoth) return []
      return [
        {
          ...{ service, kind, change: old ? (now ? 'changed' : 'removed') : 'added' },
          ...{ about, before: old && withoutAbout(old), after: now && withoutAbout(now) },
          widens: now !== undefined && (value === NOT_STATED || widens(value, old?.value)),
        },
      ]
    }
    return [
      ...has.flatMap(now => {
        const same = had.find(old => isSame(old, now))
        if (same)
          return isReworded(same, now)
            ? change(same, now).map(one => ({ ...one, ...REWORDED, wordingOf: kind }))
            : []
        const at = isList ? -1 : gone.findIndex(({ about }) => about === now.about)
        return change(at < 0 ? undefined : gone.splice(at, 1)[0], now)
      }),
      ...gone.flatMap(old => change(old, undefined)),
    ]
  })

const REWORDED = { kind: 'wording', widens: false } as const

const withoutAbout = ({ value, words }: FactValue): ChangedValue => ({ value, words })

const isSameValue = (old: FactValue, now: FactValue) =>
  old.about === now.about && old.value === now.value

/**
 * Says whether two values state the same fact. Words that have no id state the same fact if they
 * are the same in the first declared language that both have.
 */
const isSameFact = (old: FactValue, now: FactValue): boolean => {
  if (isSameValue(old, now)) return true
  const [first] = languagesOf(old, now)
  const haveIds = old.words?.[TEXTS_ID] && now.words?.[TEXTS_ID]
  return (
    old.about === now.about &&
    first !== undefined &&
    !haveIds &&
    old.words?.[first] === say(now.words, first)
  )
}

/** Says whether the words of two values differ in a language that both have. */
const isReworded = (old: FactValue, now: FactValue): boolean =>
  languagesOf(old, now).some(language => old.words?.[language] !== say(now.words, language))

/** Returns the languages that the words of two values share, as the earlier words order them. */
const languagesOf = ({ words = {} }: FactValue, now: FactValue): readonly string[] =>
  Object.keys(words).filter(language => language !== TEXTS_ID && say(now.words, language))
