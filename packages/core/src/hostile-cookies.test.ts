import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConsent } from './create-consent.ts'
import { memoryStorage } from './memory-storage.ts'
import { parseConsent } from './parse-consent.ts'
import { DAY, encodeRecord, LONGEST } from './record-codec.ts'

const NOW = 1_760_000_000
const OPTIONS = { policy: { version: '2' }, categories: { analytics: {}, marketing: {} } }

/** Grants everything; most cookies below are this one with something wrong about it. */
const GRANT = {
  v: 1,
  p: '2',
  h: 'abcdefghijklmnopqrstuv',
  l: 'ko',
  t: NOW - 1000,
  e: NOW + 1000,
  c: { analytics: 1, marketing: 1 },
  x: ['analytics/Chat'],
  m: 'accept',
  s: 'banner',
  g: 1,
  n: 3,
  r: 'abcdefghijklmnopqrstuv',
} as const

const REQUIRED = ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'] as const

const encode = (value: unknown): string => encodeRecord(value as typeof GRANT)
const VALUE = encode(GRANT)

/** Says what visitors' pages and servers make of the cookies that a browser has of the name. */
const readings = (values: readonly string[]) => {
  const ports = { now: () => NOW, signals: { gpc: false } }
  const header = values.map(value => `spaceone_consent=${value}`).join('; ')
  return [
    createConsent(OPTIONS, { ...ports, storage: memoryStorage(...values) }),
    parseConsent(header, OPTIONS, ports),
  ]
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isOneOf =
  (...texts: string[]) =>
  (value: unknown) =>
    texts.includes(value as string)
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0
const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whatever JSON can say, but not what a rule allows. */
const anythingBut = (isRight: (value: unknown) => boolean) =>
  fc.jsonValue().filter(value => !isRight(value))

/** For each field, what may never stand in it. */
const WRONG: Record<keyof typeof GRANT, fc.Arbitrary<unknown>> = {
  v: anythingBut(value => value === 1),
  p: anythingBut(value => value === '2'),
  h: anythingBut(value => isText(value) && /^[\w-]{22}$/.test(value as string)),
  l: anythingBut(isText),
  t: fc.oneof(
    anythingBut(isCount),
    fc.integer({ min: NOW + DAY + 1 }),
    fc.integer({ max: NOW + 1000 - LONGEST - 1 }),
  ),
  e: fc.oneof(
    anythingBut(isCount),
    fc.integer({ max: NOW }),
    fc.integer({ min: NOW - 1000 + LONGEST + 1 }),
  ),
  c: fc.oneof(
    anythingBut(isObject),
    fc
      .tuple(
        fc.constantFrom('analytics', 'other'),
        anythingBut(answer => answer === 0 || answer === 1),
      )
      .map(([name, answer]) => ({ ...GRANT.c, [name]: answer })),
  ),
  x: anythingBut(value => Array.isArray(value) && value.every(isText)),
  m: anythingBut(isOneOf('accept', 'reject', 'custom', 'withdraw', 'gpc')),
  s: anythingBut(isOneOf('banner', 'preferences', 'inline', 'api')),
  g: anythingBut(value => value === 1),
  n: anythingBut(isCount),
  r: anythingBut(isText),
}

const oneField = fc.constantFrom(...(Object.keys(GRANT) as (keyof typeof GRANT)[]))
const oneRequired = fc.constantFrom(...REQUIRED)
const replaced = (field: string, value: unknown) => encode({ ...GRANT, [field]: value })
/** What stands in no value. Another letter may make another valid record of it. */
const oddCharacter = fc.constantFrom('%', '.', '$', '"', "'", '\0', '\ud800', '한', '&', '@', ':')
const somewhere = fc.nat({ max: VALUE.length - 1 })

const HOSTILE: Record<string, fc.Arbitrary<readonly string[]>> = {
  'any text': fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  'any text in the letters of the value': fc.stringMatching(/^[\w-]{0,300}$/).map(text => [text]),
  'any JSON': fc.jsonValue().map(value => [encode(value)]),
  'a field with what it cannot hold': oneField
    .chain(field => WRONG[field].map(value => replaced(field, value)))
    .map(value => [value]),
  'a field in an array': oneField
    .filter(field => field !== 'x')
    .map(field => [replaced(field, [GRANT[field]])]),
  'a number as text': fc
    .constantFrom('v', 't', 'e', 'g', 'n')
    .map(field => [replaced(field, `${GRANT[field as 'v']}`)]),
  'a field missing': oneRequired.map(field => [replaced(field, undefined)]),
  'a field that only the prototype has': oneRequired.map(field => [
    encodeRecord(
      JSON.parse(
        JSON.stringify({ ...GRANT, [field]: undefined, proto: { [field]: GRANT[field] } }).replace(
          '"proto"',
          '"__proto__"',
        ),
      ),
    ),
  ]),
  'answers that only the prototype has': fc
    .constantFrom('__proto__', 'constructor', 'prototype')
    .map(name => [
      btoa(JSON.stringify(GRANT).replace('"c":{', `"c":{"${name}":{`).replace('},"x"', '}},"x"')),
    ]),
  'its beginning alone': somewhere.map(end => [VALUE.slice(0, end)]),
  'its end alone': somewhere.map(start => [VALUE.slice(start + 1)]),
  'an odd character in it': fc
    .tuple(somewhere, oddCharacter)
    .map(([at, odd]) => [VALUE.slice(0, at) + odd + VALUE.slice(at + 1)]),
  'encoded twice, or not at all': fc.constantFrom(
    [btoa(VALUE)],
    [JSON.stringify(GRANT)],
    [encodeURIComponent(JSON.stringify(GRANT))],
    [`"${VALUE}"`],
  ),
  'more than a kilobyte': fc
    .string({ minLength: 1024, maxLength: 5000, unit: 'grapheme-ascii' })
    .map(text => [replaced('r', text)]),
  'another one that disagrees': fc
    .tuple(fc.integer({ min: 4 }), fc.boolean())
    .map(([n, isFirst]) => (isFirst ? [replaced('n', n), VALUE] : [VALUE, replaced('n', n)])),
  'another one that is odd': fc.string().map(text => [VALUE, `x${text.replace(/;/g, '')}`]),
}

const KINDS = Object.entries(HOSTILE)
/** Of each kind: ten thousand in all. */
const RUNS = Math.ceil(10_000 / KINDS.length)

test('the cookie that all of them are made from grants, to pages and servers', () => {
  for (const consent of readings([VALUE]))
    expect([consent.isGranted('analytics'), consent.isGranted('marketing')]).toEqual([true, true])
})

test.each(KINDS)('a hostile cookie never throws and never grants: %s [52]', (_, values) => {
  fc.assert(
    fc.property(values, cookies => {
      for (const consent of readings(cookies))
        for (const category of ['analytics', 'marketing'] as const)
          expect(consent.isGranted(category)).toBe(false)
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
      expect(({} as Record<string, unknown>)['analytics']).toBeUndefined()
    }),
    { numRuns: RUNS },
  )
})
