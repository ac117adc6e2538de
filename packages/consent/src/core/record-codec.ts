import { toBase64url } from '../shared/base64url.ts'
import { toJson } from '../shared/to-json.ts'
import type { ConsentRecord } from './record.ts'

/** A day in seconds. */
export const DAY = 86_400

/** The longest time an answer may count, in seconds; browsers keep no cookie longer. */
export const LONGEST: number = 400 * DAY

/**
 * Gives the cookie's value: base64url of compact JSON.
 *
 * What is not ASCII, such as the name of a service, is escaped as JSON escapes it.
 */
export const encodeRecord = (record: ConsentRecord): string => {
  const json = toJson(record).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return toBase64url(json)
}

/**
 * Reads a cookie's value. Never throws: what is odd in any way is no record, and so grants nothing.
 *
 * @param value Hostile text.
 * @param now The present, in seconds since the epoch. A decision of more than a day ahead is odd.
 */
export const decodeRecord = (value: string, now: number): ConsentRecord | undefined => {
  try {
    // Own properties only: a polluted Object.prototype must not fill a gap.
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
      e - t <= LONGEST &&
      /^(accept|reject|custom|withdraw|gpc)$/.test(m) &&
      /^(banner|preferences|inline|api)$/.test(s) &&
      (h === undefined || /^[\w-]{22}$/.test(h)) &&
      (g === undefined || g === 1) &&
      Object.values(c).every(answer => answer === 0 || answer === 1)
      ? record
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Gives a record that nobody can change and that inherits nothing.
 *
 * @throws TypeError when it has no answers by category.
 */
export const freezeRecord = (record: ConsentRecord): ConsentRecord => {
  const frozen = bare({ ...record, c: bare(record.c) })
  Object.freeze(frozen.x)
  return frozen
}

const bare = <Value extends object>(value: Value): Value => {
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError()
  return Object.freeze(Object.assign(Object.create(null), value))
}
