import { expect, test } from 'vitest'
import { details } from '../words/ko/details.ts'
import type { Declared } from './complete.ts'
import { ENTRIES } from './entries.ts'
import {
  ADS_COOKIES,
  ADS_STORAGE,
  ADS_THIRD_PARTY,
  ADSENSE_COOKIES,
  FIREBASE_DATABASES,
  GOOGLE_COOKIES,
} from './google-rules.ts'
import { itemsInWords } from './items-in-words.ts'
import { loadInventoryWords } from './load-inventory-words.ts'
import { storedOf } from './stored-of.ts'

const [en, ko, ja] = await Promise.all(['en', 'ko', 'ja'].map(loadInventoryWords))

const STORED: Readonly<Record<string, Declared['cookies']>> = {
  'Google Analytics': GOOGLE_COOKIES,
  'Google Ads': [...ADS_COOKIES, ...ADSENSE_COOKIES, ...ADS_THIRD_PARTY, ...ADS_STORAGE],
  'Firebase Analytics': FIREBASE_DATABASES,
}
const rowsOf = (name: string) => storedOf(STORED[name], {}, () => undefined)

test('each entry has words for its items, its cookies and its keys', () => {
  const { items = {}, stored = {}, services = {} } = ko?.table ?? {}
  for (const [name, { collects }] of Object.entries(ENTRIES)) {
    expect(Object.keys(items)).toEqual(expect.arrayContaining(collects.map(({ id }) => id)))
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(rowsOf(name).map(row => row.name)))
    expect(services[name]).toMatchObject({ site: /./, recipient: /./, when: /./, how: /./ })
  }
})

test.each([
  ['Google Analytics', 13, 14],
  ['Google Ads', 24, 18],
  ['Firebase Analytics', undefined, 14],
] as const)('the banner names the periods of the entry of %s', (name, cookies, recipient) => {
  const months = (seconds: unknown) => Math.round(Number(seconds) / 86_400 / 30.44)
  const longest = Math.max(...rowsOf(name).map(({ seconds }) => months(seconds) || 0))
  expect([cookies ?? 0, recipient]).toEqual([
    longest,
    months((ENTRIES[name] as { retention: { seconds: number } }).retention.seconds),
  ])
  for (const words of [en, ko, ja])
    expect(words?.table.services?.[name]?.kept?.match(/\d+/g)?.map(Number)).toEqual(
      [cookies, recipient].filter(Boolean),
    )
})

test('the words of the banner name no service that no attribute can start', () => {
  expect(Object.keys(details.services ?? {})).toEqual(['Google Analytics', 'Google Tag Manager'])
  expect(JSON.stringify(details)).not.toMatch(/Ads|Firebase|광고/)
})

test.each(['Google Analytics', 'Google Tag Manager'] as const)(
  'the banner lists the items and cookies of the entry of %s',
  name => {
    const { collects } = ENTRIES[name]
    for (const words of [en, ko, ja]) {
      const { language = '' } = words?.sections ?? {}
      const items = collects.map(({ id }) => ({
        id,
        words: { [language]: `${words?.table.items?.[id]}` },
      }))
      const line = itemsInWords(items, rowsOf(name), language)
      expect(words?.table.services?.[name]?.collected?.toLowerCase()).toBe(line.toLowerCase())
    }
  },
)
