import { expect, test } from 'vitest'
import { LANGUAGES } from '../shared/languages.ts'
import type { Declared, Texts } from './declaration.ts'
import { ENTRIES, OWN_NAME } from './entries.ts'
import {
  ADS_COOKIES,
  ADS_STORAGE,
  ADS_THIRD_PARTY,
  ADSENSE_COOKIES,
  FIREBASE_DATABASES,
  GOOGLE_COOKIES,
} from './google-rules.ts'
import { loadWordTables } from './load-inventory-words.ts'
import { resolve } from './resolve.ts'

const known = await loadWordTables(LANGUAGES)

const STORED: Readonly<Record<string, Declared<Texts>['cookies']>> = {
  'Google Analytics': GOOGLE_COOKIES,
  'Google Ads': [...ADS_COOKIES, ...ADSENSE_COOKIES, ...ADS_THIRD_PARTY, ...ADS_STORAGE],
  'Firebase Analytics': FIREBASE_DATABASES,
}
const NAMES = Object.keys(ENTRIES)
const GOOGLES = NAMES.filter(name => name !== OWN_NAME)

/** Expects a text in each language. */
const inEach = expect.objectContaining(
  Object.fromEntries(LANGUAGES.map(language => [language, expect.stringMatching(/./)])),
)

test.each(NAMES)('each item of the entry of %s has words', name => {
  for (const { words } of resolve({ name }, known).collects) expect(words).toEqual(inEach)
})

test.each(GOOGLES)('the entry of %s has words for its purposes, transfer and cookies', name => {
  const service = resolve({ name, cookies: STORED[name] ?? [] }, known)
  expect(service.purposes).toEqual({ site: inEach, recipient: inEach })
  expect(service.recipients).toEqual([
    expect.objectContaining({ transfer: { basis: 'consent', when: inEach, how: inEach } }),
  ])
  expect(service.retention).toMatchObject({ afterwards: inEach })
  expect(service.refusal?.words).toEqual(service.refusal?.link && inEach)
  for (const { purpose, seconds } of service.cookies)
    expect([purpose, seconds]).toEqual([inEach, expect.anything()])
})

test.each(GOOGLES)('the words about the retention of %s name the period of its entry', name => {
  const { retention } = resolve({ name }, known)
  if (retention === 'not-stated' || !retention.seconds) return expect.unreachable()
  const days = retention.seconds / 86_400
  const period = days > 30 ? Math.round(days / 30.44) : days
  for (const language of LANGUAGES)
    expect(retention.words?.[language]?.match(/\d+/g) ?? [`${period}`]).toEqual([`${period}`])
})
