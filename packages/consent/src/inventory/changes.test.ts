import { expect, test } from 'vitest'
import { changesWords } from '../words/en/changes.ts'
import { sectionWords } from '../words/en/sections.ts'
import { changesBetween, newIn } from './changes.ts'
import { changesList } from './changes-list.ts'
import { complete, type Declared } from './complete.ts'
import type { Inventory } from './inventory.ts'

const messages = { id: 'messages', words: { en: 'messages' } }
const chat: Declared = {
  name: 'Chat',
  category: 'support',
  recipients: { company: 'Chat Inc.', country: 'DE' },
  retention: { seconds: 86_400 },
  collects: [messages],
  purposes: { site: { en: 'Answers', ko: '답변' } },
}
const inventory = (...services: Declared[]): Inventory => ({
  policy: { version: '1' },
  services: services.map(one => complete(one, {})),
})
const before = inventory(chat)
const after = (changed: Partial<Declared>) => inventory({ ...chat, ...changed })

test.each<[string, Partial<Declared>, string[], number]>([
  ['nothing', {}, [], 0],
  [
    'a recipient in another country',
    { recipients: { company: 'Talk Inc.', country: 'US' } },
    [
      ...['new recipient: Talk Inc.', 'new country: USA'],
      ...['no longer recipient: Chat Inc.', 'no longer country: Germany'],
    ],
    2,
  ],
  [
    'an item',
    { collects: [messages, { id: 'f', words: { en: 'files' } }] },
    ['new item: files'],
    1,
  ],
  [
    'a category',
    { category: 'marketing' },
    ['new purpose: marketing', 'no longer purpose: support'],
    1,
  ],
  [
    'a purpose in all languages',
    { purposes: { site: { en: 'Sales', ko: '판매' } } },
    ['new purpose: Sales', 'no longer purpose: Answers'],
    1,
  ],
  ['a corrected translation', { purposes: { site: { en: 'Answers', ko: '상담' } } }, [], 0],
  ['a longer retention', { retention: { seconds: 172_800 } }, ['retention is now: 2 days'], 1],
  ['a shorter retention', { retention: { seconds: 3600 } }, ['retention is now: 1 hour'], 0],
  ['an event as the end', { retention: { until: { en: 'Exit' } } }, ['retention is now: Exit'], 1],
  ['a retention not stated', { retention: 'not-stated' }, ['retention is now: Not stated'], 1],
])(
  '%s: what changed is told in words, and what is new under one version counted',
  (_, changed, sentences, count) => {
    const later = after(changed)
    const { items } = changesList(changesBetween(before, later), changesWords, sectionWords)
    expect(items.map(({ text }) => text)).toEqual(
      sentences[0] ? sentences.map(words => `Chat: ${words}`) : ['Nothing has changed.'],
    )
    expect(newIn(before, later)).toHaveLength(count)
    expect(newIn(JSON.parse(JSON.stringify(before)), later)).toHaveLength(count)
  },
)

test('for a new service the visitor reads its name alone, and each of its facts counts as new', () => {
  const later = inventory(chat, { ...chat, name: 'Talk' })
  const { items } = changesList(changesBetween(before, later), changesWords, sectionWords)
  expect(items).toEqual([{ text: 'New service: Talk' }])
  expect(newIn(before, later).map(({ kind }) => kind)).toEqual([
    ...['service', 'purpose', 'purpose', 'recipient', 'country', 'item'],
  ])
  expect(newIn(later, before)).toEqual([])
})

test('nothing is new under another version of the policy, which asks again', () => {
  const later = { ...after({ category: 'marketing' }), policy: { version: '2' } }
  expect(newIn(before, later)).toEqual([])
})
