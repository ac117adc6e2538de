import type { ConsentRecord } from '../record/record.ts'
import type { View } from './consent.ts'
import { covers, type PolicyOptions } from './policy.ts'
import type { Signals } from './signals.ts'

/** Whether the stored record counts now. Categories are granted only in the status `decided`. */
export type Status = 'undecided' | 'decided' | 'outdated' | 'expired' | 'restricted'

/** The consent state of a page: a frozen object of plain objects and arrays. */
export interface ConsentState<Category extends string> {
  readonly status: Status
  /** Whether each configured category is granted; all `false` unless the status is `decided`. */
  readonly granted: { readonly [Name in Category]: boolean }
  /** The services, as `category/name`, that stay blocked although their category is granted. */
  readonly without: readonly string[]
  /**
   * The categories and, as `category/name`, their declared services. Nothing else can be granted.
   */
  readonly keys: readonly string[]
  /** The categories on which the visitor still has to decide, in the order of the options. */
  readonly pending: readonly Category[]
  /** The stored record, even if it no longer counts. */
  readonly record?: ConsentRecord | undefined
  readonly signals: Signals
  /**
   * The categories that the visitor has refused by a switch outside the SDK, such as an add-on; see
   * `Service.refused`. Never pending.
   */
  readonly refused: readonly Category[]
  /**
   * The language that the page asks for, a BCP 47 language tag. The view shows English if there are
   * no texts in this language; a record has the language that was shown.
   */
  readonly language: string
}

const NONE: readonly string[] = Object.freeze([])

/** The inputs from which the state is computed. */
export interface Circumstances<Category extends string>
  extends Pick<ConsentState<Category>, 'keys' | 'record' | 'signals' | 'refused' | 'language'> {
  readonly categories: readonly Category[]
  readonly policy: PolicyOptions
  readonly restricted: boolean
  /**
   * Whether nothing may run, because the browser still prerenders the page or the consent has been
   * destroyed.
   */
  readonly isInert: boolean
  /** The categories with a service that could not start on this page. */
  readonly failed: readonly Category[]
  /** The part of the view that a visitor or the site has opened. */
  readonly opened?: View | undefined
}

/**
 * Computes the state, without side effects.
 *
 * @param now The present, in seconds since the epoch.
 */
export const consentState = <Category extends string>(
  {
    categories,
    keys,
    policy,
    record,
    restricted,
    isInert,
    refused,
    failed,
    signals,
    language,
  }: Circumstances<Category>,
  now: number,
): ConsentState<Category> => {
  const status = restricted ? 'restricted' : statusOf(record, policy, signals, now)
  const counting = status === 'decided' ? record : undefined
  const granted = Object.create(null)
  for (const category of categories) granted[category] = counting?.c[category] === 1 && !isInert
  // With Global Privacy Control the visitor is not asked, since the signal counts as a refusal
  // until the visitor decides. A visitor under 14 cannot decide.
  const pending = categories.filter(
    category =>
      !restricted &&
      !signals.gpc &&
      counting?.c[category] === undefined &&
      ![...refused, ...failed].includes(category),
  )
  return Object.freeze({
    status,
    granted: Object.freeze(granted),
    without: counting?.x ?? NONE,
    keys: Object.freeze(keys),
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
  // If the visitor has switched on Global Privacy Control after the decision, the decision does not
  // count.
  if (!record || (gpc && !record.g)) return 'undecided'
  if (now >= record.e) return 'expired'
  return covers(policy, record.p) ? 'decided' : 'outdated'
}
