import { toBase64url, toJson } from '../../shared/encodings.ts'
import { quietly } from '../../shared/errors.ts'
import type { ConsentRecord } from './record.ts'

/** One day, in seconds. */
export const DAY = 86_400

/** The longest validity of a decision, in seconds. Browsers keep no cookie for longer. */
export const MAX_VALIDITY: number = 400 * DAY

/** Returns the record as a cookie value: JSON in base64url, with `\uXXXX` outside of ASCII. */
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
 * `Object.prototype` cannot fill in missing fields.
 *
 * @throws TypeError if the record or its answers are not plain objects.
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
