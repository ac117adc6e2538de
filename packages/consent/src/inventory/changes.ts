import { say } from '../shared/say.ts'
import type { ChangeKind } from '../words/sections-text.ts'
import type { Texts } from './declaration.ts'
import type { FromJson } from './from-json.ts'
import type { Inventory, InventoryService } from './inventory.ts'

/** One difference between two inventories. */
export interface Change {
  readonly service: string
  readonly kind: ChangeKind
  readonly change: 'added' | 'removed' | 'changed'
  /**
   * The service, recipient, country, category or item, as the inventory names it. For a purpose in
   * words, `sitePurpose` or `recipientPurpose`. For a retention, its seconds, or `''` without any.
   */
  readonly value: string
  /** The value in words. @default `value` */
  readonly words?: Texts | undefined
  /** Whether the data is kept longer than before, for an unstated time, or until another event. */
  readonly isLonger?: boolean | undefined
}

/**
 * Returns the differences between two inventories in services, recipients, countries, purposes,
 * items and retentions.
 */
export const changesBetween = (earlier: Inventory, later: Inventory): readonly Change[] => {
  const names = [...earlier.services, ...later.services].map(({ name }) => name)
  return [...new Set(names)].flatMap(service => {
    const named = ({ services }: Inventory) => services.filter(({ name }) => name === service)
    const [before, after] = [named(earlier), named(later)]
    const [had, has] = [before.flatMap(factsIn), after.flatMap(factsIn)]
    const only = (these: readonly Fact[], those: readonly Fact[], change: Change['change']) =>
      these
        .filter(one => !those.some(other => isSameFact(one, other)))
        .map((fact): Change => ({ service, change, ...fact }))
    return [
      ...only(has, had, 'added'),
      ...only(had, has, 'removed'),
      ...retentionChange(service, before[0]?.retention, after[0]?.retention),
    ]
  })
}

/**
 * Returns each service, recipient, country, purpose and item that is new although the policy's
 * version is the same, and each retention that is longer or ends with another event. A site's own
 * test can require that the list is empty.
 *
 * ```ts
 * expect(newIn(earlier, await inventoryOf(options))).toEqual([])
 * ```
 *
 * @param earlier An inventory from `inventoryOf`, or one that was written as JSON and parsed again.
 * @returns An empty list if the versions of the policy differ, since visitors are then asked again.
 */
export const newIn = (
  earlier: FromJson<Inventory>,
  later: FromJson<Inventory>,
): readonly Change[] =>
  earlier.policy.version === later.policy.version
    ? changesBetween(earlier as Inventory, later as Inventory).filter(
        ({ change, isLonger }) => change === 'added' || isLonger,
      )
    : []

type Retention = InventoryService['retention'] | undefined

const retentionChange = (
  service: string,
  before: Retention,
  after: Retention,
): readonly Change[] => {
  if (!before || !after) return []
  const [old, now] = [lengthOf(before), lengthOf(after)]
  const { words } = endOf(after)
  const isOtherEnd = old === now && !isSameFact(endOf(before), endOf(after))
  if (old === now && !isOtherEnd) return []
  const value = Number.isSafeInteger(now) ? `${now}` : ''
  return [
    {
      service,
      kind: 'retention',
      change: 'changed',
      value,
      words,
      isLonger: now > old || isOtherEnd,
    },
  ]
}

/**
 * Returns how long a retention is, in seconds. A retention that ends with an event counts as longer
 * than any number of seconds, and a retention that is not stated as longer still.
 */
const lengthOf = (retention: InventoryService['retention']): number =>
  retention === 'not-stated' ? Infinity : (retention.seconds ?? Number.MAX_VALUE)

const endOf = (retention: InventoryService['retention']): Fact => ({
  kind: 'purpose',
  value: '',
  words: retention === 'not-stated' ? undefined : retention.until,
})

/** One fact of an inventory, such as a service or an item, which another inventory may lack. */
type Fact = Pick<Change, 'kind' | 'value' | 'words'>

const factsIn = ({
  name,
  category,
  recipients,
  collects,
  purposes,
}: InventoryService): readonly Fact[] => [
  { kind: 'service', value: name },
  ...(category ? [{ kind: 'purpose', value: category } as const] : []),
  ...Object.entries(purposes ?? {}).flatMap(([value, words]): Fact[] =>
    words && Object.keys(words)[0] ? [{ kind: 'purpose', value: `${value}Purpose`, words }] : [],
  ),
  ...(recipients === 'not-stated' ? [] : recipients).flatMap(({ company, country }): Fact[] => [
    { kind: 'recipient', value: company },
    ...(country ? [{ kind: 'country', value: country } as const] : []),
  ]),
  ...collects.map(({ id, words }): Fact => ({ kind: 'item', value: id, words })),
]

/**
 * Says whether two facts are the same. Two purposes in words are different only if their texts
 * differ in every language that both have: a corrected translation is no new purpose.
 */
const isSameFact = (one: Fact, other: Fact): boolean => {
  if (one.kind !== other.kind || one.value !== other.value) return false
  if (one.kind !== 'purpose') return true
  const shared = Object.keys(one.words ?? {}).filter(language => say(other.words, language))
  return (
    shared.length === 0 ||
    shared.some(language => say(one.words, language) === say(other.words, language))
  )
}
