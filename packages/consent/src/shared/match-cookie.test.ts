import { expect, test } from 'vitest'
import { cookieMatcher } from './match-cookie.ts'

test.each([
  ['_ga', ['_ga'], ['_gatekeeper', '_gaming', '_g', 'x_ga', '_GA', '']],
  ['_ga_*', ['_ga_', '_ga_ABC'], ['_ga', 'x_ga_ABC']],
  ['*', ['_ga', ''], []],
  ['p.*', ['p.1'], ['px1']],
  ['a*b', ['a*b'], ['aXb']],
  ['*c', ['*c'], ['Xc']],
])(
  '%s matches whole names, and only a * at its end is a wildcard: %j, not %j [54]',
  (pattern, matching, others) => {
    const match = cookieMatcher(pattern)
    expect([...matching, ...others].filter(name => match(name) > 0)).toEqual(matching)
  },
)

test('a longer prefix ranks higher, and an exact name highest [54]', () => {
  const ranks = ['*', '_*', '_ga_*', '_ga_ABC*', '_ga_ABC'].map(pattern =>
    cookieMatcher(pattern)('_ga_ABC'),
  )
  expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other))
})
