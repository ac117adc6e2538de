import { expect, test } from 'vitest'
import { countryName, periodInWords } from './in-words.ts'

const DAY = 86_400

test.each([
  [395 * DAY, '13 months', '13개월', '13か月'],
  [730 * DAY, '2 years', '2년', '2年'],
  // Sites write five years as 5 * 365 days.
  [5 * 365 * DAY, '5 years', '5년', '5年'],
  [400 * DAY, '400 days', '400일', '400日'],
  [184 * DAY, '184 days', '184일', '184日'],
  [20 * 3600, '20 hours', '20시간', '20時間'],
  [90, '90 seconds', '90초', '90秒'],
  [0, '0 days', '0일', '0日'],
])('writes %d seconds as %s, %s and %s', (seconds, en, ko, ja) => {
  expect(['en', 'ko', 'ja'].map(language => periodInWords(seconds, language))).toEqual([en, ko, ja])
})

test('names a country as the browser does, else by its code', () => {
  expect(['DE', 'nowhere'].map(code => countryName(code, 'ko'))).toEqual(['독일', 'nowhere'])
})
