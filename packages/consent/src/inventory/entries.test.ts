import { expect, test } from 'vitest'
import { ENTRIES } from './entries.ts'
import {
  ADS_COOKIES,
  ADS_STORAGE,
  ADSENSE_COOKIES,
  cookiesWith,
  GOOGLE_COOKIES,
  VISITOR_ID,
} from './google-rules.ts'

test('the rules have each cookie of the site and each key that an entry names', () => {
  const rows = Object.values(ENTRIES).flatMap(({ cookies }) => cookies)
  const own = rows.filter(({ party }) => party !== 'third').map(({ name }) => name)
  expect([...GOOGLE_COOKIES, ...ADS_COOKIES, ...ADSENSE_COOKIES]).toEqual(
    expect.arrayContaining(own),
  )
  expect(Object.values(ENTRIES).flatMap(({ storage }) => storage.map(({ name }) => name))).toEqual(
    ADS_STORAGE,
  )
})

test('a prefix of the site stands before the cookies of Google Analytics', () => {
  expect(cookiesWith('foo')).toEqual(['foo_ga', 'foo_ga_*'])
  expect(cookiesWith(undefined)).toEqual([])
  expect(VISITOR_ID.exec('foo_ga=GA1.2.12.34')?.[1]).toBe('12.34')
})
