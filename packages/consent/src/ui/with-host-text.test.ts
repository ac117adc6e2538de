import { expect, test } from 'vitest'
import { withHostText } from './texts.ts'

const TEXT = {
  heading: 'Ours',
  purposes: { analytics: 'statistics' },
  details: [['Kept', 'a year']],
}

test('leaves a text as it is where the host says nothing', () => {
  expect(withHostText(TEXT, undefined)).toBe(TEXT)
  expect(withHostText(TEXT, {})).toEqual(TEXT)
})

test('takes the words of the host and keeps ours beside them', () => {
  expect(withHostText(TEXT, { purposes: { marketing: 'ads' } as never })).toEqual({
    ...TEXT,
    purposes: { analytics: 'statistics', marketing: 'ads' },
  })
})

test('takes a list of the host as a whole', () => {
  expect(withHostText(TEXT, { details: [] }).details).toEqual([])
})

test('leaves our word where the host gives none', () => {
  expect(withHostText(TEXT, { heading: undefined }).heading).toBe('Ours')
})

test('treats __proto__ and constructor as keys like any other', () => {
  const host = JSON.parse('{"__proto__":{"polluted":"yes"},"purposes":{"constructor":"x"}}')
  const merged = withHostText(TEXT, host)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  expect((merged as { polluted?: string }).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  expect(merged.purposes).toEqual({ analytics: 'statistics', constructor: 'x' })
})
