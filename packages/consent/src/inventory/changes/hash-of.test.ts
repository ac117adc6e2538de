import { expect, test, vi } from 'vitest'
import { chat, talk } from '../../../../../test/support/declared-site.ts'
import type { Declared, Texts } from '../declaration.ts'
import { resolve } from '../resolve.ts'
import { changesIn } from './changes.ts'
import { hashesOf } from './hash-of.ts'

const services = (changed: Partial<Declared<Texts>> = {}) =>
  [{ ...talk, ...changed }, chat].map(one => resolve(one, {}))
const hashes = (changed?: Partial<Declared<Texts>>) => hashesOf(services(changed), ['en', 'ko'])

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed).reverse()
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reversed(inner)]))
      : value

test('are the same, and nothing has changed, for any order of services, recipients, items, cookies and addresses, and after JSON', async () => {
  const first = await hashes()
  for (const hash of [first.hash, ...Object.values(first.wordsHashes ?? {})])
    expect(hash).toMatch(/^[\w-]{22}$/)
  const other = reversed(services()) as ReturnType<typeof services>
  expect(await hashesOf(other, ['ko', 'en'])).toEqual(first)
  const policy = { version: '1' }
  expect(changesIn({ policy, services: services() }, { policy, services: other })).toEqual([])
  expect(await hashesOf(JSON.parse(JSON.stringify(services())), ['en', 'ko'])).toEqual(first)
})

test('of words with an id are the same for the facts, whatever the words', async () => {
  const [one, other] = await Promise.all(
    ['Answers', 'Replies'].map(en => hashes({ purposes: { site: { 'x-id': 'answers', en } } })),
  )
  expect(other?.hash).toBe(one?.hash)
  expect(other?.wordsHashes?.['en']).not.toBe(one?.wordsHashes?.['en'])
})

test('are missing where the browser has no crypto.subtle', async () => {
  vi.stubGlobal('crypto', {})
  expect(await hashes()).toEqual({})
})
