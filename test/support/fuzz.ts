import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The number of random cases for each property, and the seed of the random numbers. */
    readonly fuzz: { readonly numRuns: number; readonly seed?: number }
  }
}

/** Cases and seed for code that reads untrusted text. `npm run fuzz` tries more. */
export const FUZZ: { readonly numRuns: number; readonly seed?: number } = inject('fuzz')

/**
 * Generates any text: the same as `unit: 'binary'` of fast-check, which first takes half a second to
 * make a table of all characters.
 */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...(maxLength && { maxLength }) })

/** Generates any character, without the surrogates, which are half of one. */
const character = fc.integer({ min: 0, max: 0x10_f7_ff }).map(
  at => String.fromCodePoint(at < 0xd800 ? at : at + 0x800),
  text => {
    const code = typeof text === 'string' ? text.codePointAt(0) : undefined
    if (code === undefined || String.fromCodePoint(code) !== text || /^\p{Cs}/u.test(text))
      throw new TypeError('This is no character')
    return code < 0xd800 ? code : code - 0x800
  },
)

/** Generates unusual texts: any characters, unpaired surrogates, control characters, long texts. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  anyText(40),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    ...['', '__proto__', 'constructor', 'prototype', 'toString', '<img src=x onerror=alert(1)>'],
    ...['\u202eevil\u2066', '\ud800', '\udfff\ud800', '\0', 'NaN', 'Infinity', '-0', '1e999'],
    ...['9'.repeat(400), 'x'.repeat(10_000)],
  ),
)

/** Generates JSON of any kind, also with property names such as `__proto__`, and invalid JSON. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.json().map(json => `{"__proto__":${json},"constructor":${json},"length":${json}}`),
  fc.nat({ max: 3000 }).map(depth => '['.repeat(depth) + ']'.repeat(depth)),
  fc.nat({ max: 3000 }).map(depth => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  oddText,
)

/** Generates variants of a text, in which up to eight characters are replaced by up to four. */
export const mutated = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.nat({ max: 8 }), anyText(4))
    .map(([whole, place, length, letters]) => {
      const at = place % (whole.length + 1)
      return whole.slice(0, at) + letters + whole.slice(at + length)
    })
