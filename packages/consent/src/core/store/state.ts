import { categoryOf } from '../../shared/services.ts'
import { versionsSince } from '../../shared/versions-since.ts'
import type { ConsentRecord } from '../record/record.ts'
import type { View } from './consent.ts'
import type { PolicyOptions } from './options.ts'
import type { Signals } from './ports.ts'

/** Whether the stored record counts now. Categories are granted only in the status `decided`. */
export type Status = 'undecided' | 'decided' | 'outdated' | 'expired' | 'restricted'

/** The consent state of a page, a frozen object of plain data. */
export interface ConsentState<Category extends string> {
  readonly status: Status
  /** Whether each configured category is granted; all `false` unless the status is `decided`. */
  readonly granted: { readonly [Name in Category]: boolean }
  /** The services, as `category/name`, that stay blocked although their category is granted. */
  readonly without: readonly string[]
  /** The categories and, as `category/name`, their services. Nothing else can be granted. */
  readonly keys: readonly string[]
  /** The categories on which the visitor still has to decide, in the order of the options. */
  readonly pending: readonly Category[]
  /** The stored record, even if it no longer counts. */
  readonly record?: ConsentRecord | undefined
  readonly signals: Signals
  /** The categories that the visitor has refused outside the SDK, see `Service.refused`. */
  readonly refused: readonly Category[]
  /** The language that the page asks for, a BCP 47 language tag. */
  readonly language: string
}

/** The inputs from which the state is computed. */
export interface Circumstances<Category extends string>
  extends Pick<ConsentState<Category>, 'keys' | 'record' | 'signals' | 'refused' | 'language'> {
  readonly categories: readonly Category[]
  readonly policy: PolicyOptions
  readonly restricted: boolean
  /** Whether nothing is granted: the page is prerendered, or the consent is destroyed. */
  readonly isInert: boolean
  /**
   * The categories about which visitors are not asked, because a service could not be attached or
   * started, or because the consent was destroyed.
   */
  readonly failed: readonly Category[]
  /** The part of the view that a visitor or the site has opened. */
  readonly opened?: View | undefined
}

/** Computes the state at a time, in seconds since the epoch, and freezes it. */
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
  // Global Privacy Control counts as a refusal until the visitor decides. A visitor under 14 cannot
  // decide.
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
    without: Object.freeze(counting?.x ?? []),
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
  // A decision from before the visitor has switched on Global Privacy Control does not count.
  if (!record || (gpc && !record.g)) return 'undecided'
  if (now >= record.e) return 'expired'
  return covers(policy, record.p) ? 'decided' : 'outdated'
}

/** Says whether a decision on the version `agreed` counts for the version in force. */
export const covers = (policy: PolicyOptions, agreed: string): boolean =>
  agreed === policy.version ||
  versionsSince(policy, agreed)?.every(({ material }) => material === false) === true

/**
 * Says whether a state grants a category or a service. A service that is not declared is never
 * granted: its name may be misspelt, and the visitor may have refused the service that is meant.
 *
 * @param key A category, or `category/name` for one of its services.
 */
export const isGrantedIn = (
  { granted, without, keys }: Pick<ConsentState<string>, 'granted' | 'without' | 'keys'>,
  key: string,
): boolean => granted[categoryOf(key)] === true && !without.includes(key) && keys.includes(key)
