import { toBase64url } from '../../shared/encodings.ts'
import type { DecisionOrigin } from '../store/consent.ts'
import type { ConsentState } from '../store/state.ts'

/** How the visitor decided: the button, or the method that was called. */
export type Method = 'accept' | 'reject' | 'custom' | 'withdraw'

/** Where the visitor decided: in a part of the view, or through the site's own code (`api`). */
export type Surface = 'banner' | 'preferences' | 'inline' | 'api'

/** The record of a decision. The cookie has the same one-letter names. */
export interface ConsentRecord {
  /** Version of this record's schema. */
  readonly v: 1
  /** Version of the policy that the visitor decided on. */
  readonly p: string
  /** Hash of the shown notice: the first 22 base64url characters of its SHA-256, if ready. */
  readonly h?: string | undefined
  /** Language of the notice, a BCP 47 language tag. */
  readonly l: string
  /** Time of the decision, in seconds since the epoch. */
  readonly t: number
  /** Time at which the decision expires, in seconds since the epoch. Never extended. */
  readonly e: number
  /** The answers by category: 1 granted, 0 refused. An undecided category is missing. */
  readonly c: Readonly<Record<string, 0 | 1>>
  /** The services, as `category/name`, that stay blocked although their category is granted. */
  readonly x?: readonly string[] | undefined
  readonly m: Method
  readonly s: Surface
  /** 1 if the browser sent Global Privacy Control when the visitor decided. */
  readonly g?: 1 | undefined
  /** Sequence number of the decision in this browser, from 1. */
  readonly n: number
  /** Receipt id. Present only if decisions are delivered and a category is granted. */
  readonly r?: string | undefined
}

/** Says whether a record grants any category. */
export const grants = ({ c }: Pick<ConsentRecord, 'c'>): boolean => Object.values(c).includes(1)

/** Creates a random id: 128 bits as 22 base64url characters; `undefined` without random numbers. */
export const newId = (): string | undefined => {
  const bytes = crypto.getRandomValues?.(new Uint8Array(16))
  return bytes && toBase64url(String.fromCharCode(...bytes))
}

/**
 * Returns the record of a decision. If the earlier decision still counts (status `decided`), its
 * answers to other categories are kept.
 *
 * @param answers The answers of this decision. Every value but `true` refuses.
 * @param p Version of the policy.
 * @param t Time of the decision, in seconds since the epoch.
 * @param e Time at which the decision expires, same unit.
 * @param receipt Receipt id. Left out of a record that grants nothing.
 */
export const nextRecord = (
  { status, record, signals, language, without: before }: ConsentState<string>,
  answers: readonly (readonly [category: string, answer: unknown])[],
  { surface = 'api', method = 'custom', without = [], notice, language: shown }: DecisionOrigin,
  p: string,
  t: number,
  e: number,
  receipt: string | undefined,
): ConsentRecord => {
  const c = { ...(status === 'decided' && record?.c) }
  for (const [name, answer] of answers) c[name] = answer === true ? 1 : 0
  const isAnswered = (key: string) => answers.some(([name]) => key.startsWith(`${name}/`))
  const x = [...before.filter(key => !isAnswered(key)), ...without.filter(isAnswered)]
  return {
    v: 1,
    p,
    h: notice,
    l: shown || language,
    t,
    e,
    c,
    x: x[0] ? x : undefined,
    m: method,
    s: surface,
    g: signals.gpc ? 1 : undefined,
    n: (record?.n ?? 0) + 1,
    r: grants({ c }) ? receipt : undefined,
  }
}

/**
 * Says whether two records, or two states, are deeply equal. Uses no built-in that a page can
 * replace, such as `JSON.stringify` or `every`: a broken built-in must not hide a withdrawal.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false
  for (const key in { __proto__: null, ...one, ...other })
    if (!isSame(one[key as keyof object], other[key as keyof object])) return false
  return true
}
