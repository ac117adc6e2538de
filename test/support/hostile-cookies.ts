import fc from 'fast-check'
import {
  DAY,
  encodeRecord,
  MAX_VALIDITY,
} from '../../packages/consent/src/core/record/record-codec.ts'

/** A valid cookie that grants, and generators of invalid cookies made from that cookie. */
export interface HostileCookies {
  /** A value that grants analytics and marketing under version 2 of the policy. */
  readonly value: string
  /**
   * Generators of invalid values, by the kind of fault. Each generated list has the cookie's values
   * on several paths.
   */
  readonly kinds: Readonly<Record<string, fc.Arbitrary<readonly string[]>>>
}

const REQUIRED = ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'] as const

/**
 * Returns a valid cookie and generators of invalid cookies.
 *
 * @param now The time at which the cookies are read, in seconds since 1970.
 */
export const hostileCookies = (now: number): HostileCookies => {
  /** A valid record that grants everything; most invalid cookies are this record with one fault. */
  const grant = {
    v: 1,
    p: '2',
    h: 'abcdefghijklmnopqrstuv',
    l: 'ko',
    t: now - 1000,
    e: now + 1000,
    c: { analytics: 1, marketing: 1 },
    x: ['analytics/Chat'],
    m: 'accept',
    s: 'banner',
    g: 1,
    n: 3,
    r: 'abcdefghijklmnopqrstuv',
  } as const

  const encode = (value: unknown): string => encodeRecord(value as typeof grant)
  const value = encode(grant)

  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const isOneOf =
    (...texts: string[]) =>
    (value: unknown) =>
      texts.includes(value as string)
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)

  /** Generates JSON values that a validation rule does not allow. */
  const anythingBut = (isRight: (value: unknown) => boolean) =>
    fc.jsonValue().filter(value => !isRight(value))

  /** Generates invalid values for each field of the record. */
  const wrong: Record<keyof typeof grant, fc.Arbitrary<unknown>> = {
    v: anythingBut(value => value === 1),
    p: anythingBut(value => value === '2'),
    h: anythingBut(value => isText(value) && /^[\w-]{22}$/.test(value as string)),
    l: anythingBut(isText),
    t: fc.oneof(
      anythingBut(isCount),
      fc.integer({ min: now + DAY + 1 }),
      fc.integer({ max: now + 1000 - MAX_VALIDITY - 1 }),
    ),
    e: fc.oneof(
      anythingBut(isCount),
      fc.integer({ max: now }),
      fc.integer({ min: now - 1000 + MAX_VALIDITY + 1 }),
    ),
    c: fc.oneof(
      anythingBut(isObject),
      fc
        .tuple(
          fc.constantFrom('analytics', 'other'),
          anythingBut(answer => answer === 0 || answer === 1),
        )
        .map(([name, answer]) => ({ ...grant.c, [name]: answer })),
    ),
    x: anythingBut(value => Array.isArray(value) && value.every(isText)),
    m: anythingBut(isOneOf('accept', 'reject', 'custom', 'withdraw', 'gpc')),
    s: anythingBut(isOneOf('banner', 'preferences', 'inline', 'api')),
    g: anythingBut(value => value === 1),
    n: anythingBut(isCount),
    r: anythingBut(isText),
  }

  const oneField = fc.constantFrom(...(Object.keys(grant) as (keyof typeof grant)[]))
  const oneRequired = fc.constantFrom(...REQUIRED)
  const replaced = (field: string, value: unknown) => encode({ ...grant, [field]: value })
  /**
   * Generates characters that no valid cookie value contains. Replacing a character by an allowed
   * one might give another valid record.
   */
  const invalidCharacter = fc.constantFrom(
    '%',
    '.',
    '$',
    '"',
    "'",
    '\0',
    '\ud800',
    '한',
    '&',
    '@',
    ':',
  )
  const somewhere = fc.nat({ max: value.length - 1 })

  const kinds: Record<string, fc.Arbitrary<readonly string[]>> = {
    'any text': fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    'any text in the letters of the value': fc.stringMatching(/^[\w-]{0,300}$/).map(text => [text]),
    'any JSON': fc.jsonValue().map(value => [encode(value)]),
    'a field with an invalid value': oneField
      .chain(field => wrong[field].map(value => replaced(field, value)))
      .map(value => [value]),
    'a field in an array': oneField
      .filter(field => field !== 'x')
      .map(field => [replaced(field, [grant[field]])]),
    'a number as text': fc
      .constantFrom('v', 't', 'e', 'g', 'n')
      .map(field => [replaced(field, `${grant[field as 'v']}`)]),
    'a field missing': oneRequired.map(field => [replaced(field, undefined)]),
    'a field that only the prototype has': oneRequired.map(field => [
      encodeRecord(
        JSON.parse(
          JSON.stringify({
            ...grant,
            [field]: undefined,
            proto: { [field]: grant[field] },
          }).replace('"proto"', '"__proto__"'),
        ),
      ),
    ]),
    'answers that only the prototype has': fc
      .constantFrom('__proto__', 'constructor', 'prototype')
      .map(name => [
        btoa(JSON.stringify(grant).replace('"c":{', `"c":{"${name}":{`).replace('},"x"', '}},"x"')),
      ]),
    'its beginning alone': somewhere.map(end => [value.slice(0, end)]),
    'its end alone': somewhere.map(start => [value.slice(start + 1)]),
    'an invalid character': fc
      .tuple(somewhere, invalidCharacter)
      .map(([at, odd]) => [value.slice(0, at) + odd + value.slice(at + 1)]),
    'double or no Base64 encoding': fc.constantFrom(
      [btoa(value)],
      [JSON.stringify(grant)],
      [encodeURIComponent(JSON.stringify(grant))],
      [`"${value}"`],
    ),
    'more than a kilobyte': fc
      .string({ minLength: 1024, maxLength: 5000, unit: 'grapheme-ascii' })
      .map(text => [replaced('r', text)]),
    'a second cookie that contradicts the first': fc
      .tuple(fc.integer({ min: 4 }), fc.boolean())
      .map(([n, isFirst]) => (isFirst ? [replaced('n', n), value] : [value, replaced('n', n)])),
    'another one that is odd': fc.string().map(text => [value, `x${text.replace(/;/g, '')}`]),
  }

  return { value, kinds }
}
