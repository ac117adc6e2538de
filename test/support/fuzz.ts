import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** How often a property is tried, and from which seed. */
    readonly fuzz: { readonly numRuns: number; readonly seed?: number }
  }
}

/** How often the properties of what reads hostile text are tried: `npm run fuzz` tries more. */
export const FUZZ: { readonly numRuns: number; readonly seed?: number } = inject('fuzz')

/** Texts as nobody writes them: any letters, wrong halves of letters, control marks, long ones. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '<img src=x onerror=alert(1)>',
    '\u202eevil\u2066',
    '\ud800',
    '\udfff\ud800',
    '\0',
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '9'.repeat(400),
    'x'.repeat(10_000),
  ),
)

/** Whatever JSON can say, also by the names of the prototype. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.json().map(json => `{"__proto__":${json},"constructor":${json},"length":${json}}`),
  fc.nat({ max: 3000 }).map(depth => '['.repeat(depth) + ']'.repeat(depth)),
  fc.nat({ max: 3000 }).map(depth => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  oddText,
)

/** A text with letters of it changed, left out, doubled or put in. */
export const mutated = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.nat({ max: 8 }), fc.string({ unit: 'binary', maxLength: 4 }))
    .map(([whole, place, length, letters]) => {
      const at = place % (whole.length + 1)
      return whole.slice(0, at) + letters + whole.slice(at + length)
    })
