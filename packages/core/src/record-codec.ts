import type { ConsentRecord, Method, Surface } from './record.ts'

/** A day in seconds. */
export const DAY = 86_400

/** The longest time an answer may count, in seconds; browsers keep no cookie longer. */
export const LONGEST: number = 400 * DAY

const METHODS: readonly Method[] = ['accept', 'reject', 'custom', 'withdraw', 'gpc']
const SURFACES: readonly Surface[] = ['banner', 'preferences', 'inline', 'api']

/** Gives the cookie's value: base64url of compact JSON, ASCII only. */
export const encodeRecord = (record: ConsentRecord): string =>
  btoa(
    JSON.stringify(record).replace(
      /[^ -~]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')

/**
 * Reads a cookie's value. Never throws: what is odd in any way is no record, and so grants nothing.
 *
 * @param value Hostile text.
 * @param now The present, in seconds since the epoch. A decision of more than a day ahead is odd.
 */
export const decodeRecord = (value: string, now: number): ConsentRecord | undefined => {
  try {
    // Own properties only: a polluted Object.prototype must not fill a gap.
    const { v, p, h, l, t, e, c, m, s, g, n, r } = Object.assign(
      Object.create(null),
      JSON.parse(atob(value.replace(/-/g, '+').replace(/_/g, '/'))),
    )
    const isRecord =
      value.length < 1024 &&
      v === 1 &&
      isText(p) &&
      isText(l) &&
      isCount(t) &&
      isCount(e) &&
      isCount(n) &&
      t <= now + DAY &&
      t < e &&
      e - t <= LONGEST &&
      METHODS.includes(m) &&
      SURFACES.includes(s) &&
      (h === undefined || /^[\w-]{22}$/.test(h)) &&
      (g === undefined || g === 1) &&
      (r === undefined || isText(r)) &&
      typeof c === 'object' &&
      !Array.isArray(c) &&
      Object.values(c).every(answer => answer === 0 || answer === 1)
    return isRecord ? freezeRecord({ v, p, h, l, t, e, c, m, s, g, n, r }) : undefined
  } catch {
    return undefined
  }
}

/** Gives a record that nobody can change, with answers that inherit nothing. */
export const freezeRecord = (record: ConsentRecord): ConsentRecord =>
  Object.freeze({
    ...record,
    c: Object.freeze(Object.assign(Object.create(null), record.c)),
  })

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0
