import { expect, test } from 'vitest'
import { cookieMatcher } from './match-cookie.ts'

const matching = (pattern: string, names: readonly string[]): readonly string[] =>
  names.filter(name => cookieMatcher(pattern)(name) > 0)

test('an exact name matches only that name [54]', () => {
  expect(matching('_ga', ['_ga', '_gatekeeper', '_gaming', '_g', 'x_ga', '_GA', ''])).toEqual([
    '_ga',
  ])
})

test('a prefix with * matches every name that begins with the prefix', () => {
  expect(matching('_ga_*', ['_ga_', '_ga_ABC', '_ga', 'x_ga_ABC'])).toEqual(['_ga_', '_ga_ABC'])
})

test('* alone matches every name', () => {
  expect(matching('*', ['_ga', ''])).toEqual(['_ga', ''])
})

test.each([
  ['a.b', ['a.b', 'axb'], ['a.b']],
  ['id$', ['id$', 'id'], ['id$']],
  ['n+', ['n+', 'nn'], ['n+']],
  ['p.*', ['p.1', 'px1'], ['p.1']],
  ['a*b', ['a*b', 'aXb'], ['a*b']],
  ['*c', ['*c', 'Xc'], ['*c']],
])('in %s only a * at the end is a wildcard [54]', (pattern, names, fitting) => {
  expect(matching(pattern, names)).toEqual(fitting)
})

test('a longer prefix ranks higher, and an exact name highest [54]', () => {
  const ranks = ['*', '_*', '_ga_*', '_ga_ABC*', '_ga_ABC'].map(pattern =>
    cookieMatcher(pattern)('_ga_ABC'),
  )
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(ranks.length)
})
