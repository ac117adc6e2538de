import { expect, test } from 'vitest'
import {
  BASIS,
  RELATION,
  statedItems,
  statedRecipients,
  statedRetention,
  statedRows,
  statedText,
  TOOL_KIND,
} from './stated.ts'

/** Passes a value of any form, as a site in JavaScript can. */
const any = (value: unknown) => value as never

const chat = { company: 'Chat Inc.', country: 'US', relation: 'processor' } as const

test.each<[about: string, given: unknown, stated: unknown]>([
  ['one recipient', chat, [chat]],
  ['a list', [chat, { company: 'Cloud Inc.' }], [chat, { company: 'Cloud Inc.' }]],
  ['only the site', [], []],
  ['nothing', undefined, 'not-stated'],
  ['not-stated', 'not-stated', 'not-stated'],
  ['null', null, 'not-stated'],
  ['null in a list', [null], 'not-stated'],
  ['null beside a company', [chat, null], 'not-stated'],
  ['a name', 'Chat Inc.', 'not-stated'],
  ['a list of names', ['Chat Inc.'], 'not-stated'],
  ['a company without a name', { company: '' }, 'not-stated'],
  ['a company that is no text', [{ company: {} }], 'not-stated'],
  [
    'a relation that is none',
    { ...chat, relation: 'procesor' },
    [{ ...chat, relation: undefined }],
  ],
  ['a relation in a list', { ...chat, relation: ['x'] }, [{ ...chat, relation: undefined }]],
  [
    'a basis that is none',
    { ...chat, transfer: { basis: 'consnet', when: { en: 'At once' } } },
    [{ ...chat, transfer: { basis: undefined, when: { en: 'At once' } } }],
  ],
  ['a transfer in words', { ...chat, transfer: null }, [{ ...chat, transfer: null }]],
])('recipients: of %s states what can be read', (_, given, stated) => {
  expect(statedRecipients(any(given))).toEqual(stated)
})

test('a recipient without a relation gets no key for it, so that our entry can add the relation', () => {
  expect(statedRecipients({ company: 'Google LLC' })).toStrictEqual([{ company: 'Google LLC' }])
})

test.each<[given: unknown, isStated: boolean]>([
  [{ seconds: 60 }, true],
  [{ seconds: 0 }, true],
  [{ until: { en: 'The end' } }, true],
  ...[undefined, null, 90, 'not-stated', {}, [], { days: 90 }, { seconds: '60' }, { seconds: -1 }]
    .concat([{ seconds: Number.NaN }] as never)
    .map((given): [unknown, boolean] => [given, false]),
])('retention: %j is stated: %s', (given, isStated) => {
  expect(statedRetention(any(given))).toEqual(isStated ? given : 'not-stated')
})

test('a text is stated only if it is one of the values that a fact may have', () => {
  expect(statedText('script', TOOL_KIND)).toBe('script')
  expect(statedText('collects-itself', RELATION)).toBe('collects-itself')
  expect(statedText('equivalent', BASIS)).toBe('equivalent')
  for (const value of ['Script', 'constructor', ['script'], {}, null, Object.create(null)])
    expect(statedText(value, TOOL_KIND)).toBeUndefined()
})

test('items are stated only if each has an id; of cookies, each that has a name', () => {
  const items = [{ id: 'messages' }, { id: 'pages', words: { en: 'pages' } }]
  expect(statedItems(items)).toBe(items)
  for (const given of [undefined, null, 'messages', { id: 'messages' }, [null], [{ id: 1 }]])
    expect(statedItems(any(given))).toEqual([])
  expect(statedRows(any(['a', null, { name: 'b' }, { seconds: 60 }, 5]))).toEqual([
    'a',
    { name: 'b' },
  ])
  for (const given of [undefined, null, 'chat_id', { name: 'a' }])
    expect(statedRows(any(given))).toEqual([])
})
