import { toBase64url, toJson } from '../../shared/encodings.ts'
import { quietly } from '../../shared/errors.ts'
import type { DecisionOrigin } from '../store/consent.ts'
import type { ConsentState } from '../store/state.ts'

/** How the visitor decided: the button, or the method that was called. */
export type Method = 'accept' | 'reject' | 'custom' | 'withdraw'

/** Where the visitor decided: in a part of the view, or by code or an untrusted click (`api`). */
export type Surface = 'banner' | 'preferences' | 'inline' | 'api'

/** The record of a decision. The JSON in the cookie has these one-letter names. */
export interface ConsentRecord {
  /** Version of this record's schema. */
  readonly v: 1
  /** Version of the policy that the visitor decided on. */
  readonly p: string
  /** Hash of the notice: the first 22 base64url characters of its SHA-256. Missing if unknown. */
  readonly h?: string | undefined
  /** Language of the notice, else of the page, a BCP 47 language tag. */
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
  /** Number of the decision: one more than that of the previous record; 1 without one. */
  readonly n: number
  /** Receipt id. Present only if decisions are delivered and a category is granted. */
  readonly r?: string | undefined
}

/** Says whether a record grants any category. */
export const grants = ({ c }: Pick<ConsentRecord, 'c'>): boolean => Object.values(c).includes(1)

/** Creates a random id, 128 bits as 22 base64url characters; `undefined` if the browser cannot. */
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

/** One day, in seconds. */
export const DAY = 86_400

/** The longest validity of a decision, in seconds. Chromium keeps no cookie for longer. */
export const MAX_VALIDITY: number = 400 * DAY

/** Returns the record as a cookie value: JSON of printable ASCII characters, in base64url. */
export const encodeRecord = (record: ConsentRecord): string => {
  const json = toJson(record).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return toBase64url(json)
}

/**
 * Decodes a cookie value, which is untrusted text. Returns `undefined` for an invalid value, so
 * that nothing is granted. Never throws.
 *
 * @param now The present, in seconds since the epoch. A record from more than one day in the future
 *   is invalid.
 */
export const decodeRecord = (value: string, now: number): ConsentRecord | undefined =>
  quietly(() => {
    const record: ConsentRecord = freezeRecord(
      JSON.parse(atob(value.replace(/-/g, '+').replace(/_/g, '/'))),
    )
    const { v, p, h, l, t, e, c, x = [], m, s, g, n, r = p } = record
    return value.length < 1024 &&
      v === 1 &&
      Array.isArray(x) &&
      [p, l, m, s, h ?? p, r, ...x].every(text => text && typeof text === 'string') &&
      [t, e, n].every(count => Number.isSafeInteger(count) && count > 0) &&
      t <= now + DAY &&
      t < e &&
      e - t <= MAX_VALIDITY &&
      /^(accept|reject|custom|withdraw|gpc)$/.test(m) &&
      /^(banner|preferences|inline|api)$/.test(s) &&
      (h === undefined || /^[\w-]{22}$/.test(h)) &&
      (g === undefined || g === 1) &&
      Object.values(c).every(answer => answer === 0 || answer === 1)
      ? record
      : undefined
  })

/**
 * Returns a frozen copy of a record, without a prototype: properties that a page adds to
 * `Object.prototype` cannot fill in missing fields. Throws if `c` of the record is no plain object.
 */
export const freezeRecord = (record: ConsentRecord): ConsentRecord => {
  const frozen = frozenCopy({ ...record, c: frozenCopy(record.c) })
  Object.freeze(frozen.x)
  return frozen
}

const frozenCopy = <Value extends object>(value: Value): Value => {
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError()
  return Object.freeze(Object.assign(Object.create(null), value))
}
