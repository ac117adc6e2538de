import { covers, type PolicyOptions } from './policy.ts'
import type { ConsentRecord } from './record.ts'
import type { Signals } from './signals.ts'

/** What the stored record is worth now. Nothing is granted unless it is `decided`. */
export type Status = 'undecided' | 'decided' | 'outdated' | 'expired' | 'restricted'

/** One frozen snapshot of a page's consent: plain objects and arrays, nothing else. */
export interface ConsentState<Category extends string> {
  readonly status: Status
  /** Every configured category; all `false` unless `decided`. */
  readonly granted: { readonly [Name in Category]: boolean }
  /** The services, as `category/name`, that stay off although their category is granted. */
  readonly without: readonly string[]
  /** The categories still to be asked, in the order of the configuration. */
  readonly pending: readonly Category[]
  /** The record as stored, also when it no longer counts. */
  readonly record?: ConsentRecord | undefined
  readonly signals: Signals
  /** The categories that the visitor has refused by a service's own switch: they are not asked for. */
  readonly refused: readonly Category[]
  /** Language of the notice, a BCP 47 tag. */
  readonly language: string
}

const NONE: readonly string[] = Object.freeze([])

/** Everything a state follows from. */
export interface Circumstances<Category extends string> {
  readonly categories: readonly Category[]
  readonly policy: PolicyOptions
  readonly record: ConsentRecord | undefined
  readonly restricted: boolean
  /** The page is only being prepared: nothing runs yet. */
  readonly prerendered: boolean
  /** The categories that the visitor has refused by a service's own switch. */
  readonly refused: readonly Category[]
  /** The categories of which a service could not start on this page. */
  readonly failed: readonly Category[]
  readonly signals: Signals
  readonly language: string
}

/**
 * Works out the state. Pure: the same circumstances give the same state.
 *
 * @param now The present, in seconds since the epoch.
 */
export const consentState = <Category extends string>(
  {
    categories,
    policy,
    record,
    restricted,
    prerendered,
    refused,
    failed,
    signals,
    language,
  }: Circumstances<Category>,
  now: number,
): ConsentState<Category> => {
  const status = restricted ? 'restricted' : statusOf(record, policy, signals, now)
  const answerTo = (category: Category) => (status === 'decided' ? record?.c[category] : undefined)
  const granted = Object.create(null)
  for (const category of categories) granted[category] = answerTo(category) === 1 && !prerendered
  // A signal answers for the visitor until the visitor does; under 14 there is nothing to ask.
  const toAsk = restricted || signals.gpc ? [] : categories
  const pending = toAsk.filter(
    category => answerTo(category) === undefined && ![...refused, ...failed].includes(category),
  )
  return Object.freeze({
    status,
    granted: Object.freeze(granted),
    without: (status === 'decided' && record?.x) || NONE,
    pending: Object.freeze(pending),
    record,
    signals: Object.freeze(signals),
    refused: Object.freeze(refused),
    language,
  })
}

const statusOf = (
  record: ConsentRecord | undefined,
  policy: PolicyOptions,
  { gpc }: Signals,
  now: number,
): Status => {
  // A signal that came after the answer is the newer word.
  if (!record || (gpc && !record.g)) return 'undecided'
  if (now >= record.e) return 'expired'
  return covers(policy, record.p) ? 'decided' : 'outdated'
}
