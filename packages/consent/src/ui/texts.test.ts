import { describe, expect, test } from 'vitest'
import { text as bannerEn } from './banner/text/en.ts'
import { text as bannerJa } from './banner/text/ja.ts'
import { text as bannerKo } from './banner/text/ko.ts'
import { text as placeholderEn } from './placeholder/text/en.ts'
import { text as placeholderJa } from './placeholder/text/ja.ts'
import { text as placeholderKo } from './placeholder/text/ko.ts'
import { text as preferencesEn } from './preferences/text/en.ts'
import { text as preferencesJa } from './preferences/text/ja.ts'
import { text as preferencesKo } from './preferences/text/ko.ts'
import { text as recordEn } from './record/text/en.ts'
import { text as recordJa } from './record/text/ja.ts'
import { text as recordKo } from './record/text/ko.ts'

/** Every string of a text with the path to it. */
const strings = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? [[`${path}/${key}`, inner] as [string, string]]
      : strings(inner, `${path}/${key}`),
  )

describe.each([
  ['banner', bannerEn, { ko: bannerKo, ja: bannerJa }],
  ['preferences', preferencesEn, { ko: preferencesKo, ja: preferencesJa }],
  ['record', recordEn, { ko: recordKo, ja: recordJa }],
  ['placeholder', placeholderEn, { ko: placeholderKo, ja: placeholderJa }],
] as const)('the text of the %s', (_, english, others) => {
  test.each(Object.entries(others))('says in %s what it says in English [14]', (_, other) => {
    const keys = (text: object) => strings(text).map(([path]) => path)
    expect(keys(other)).toEqual(keys(english))
  })

  test.each(Object.entries({ en: english, ...others }))(
    'leaves nothing empty in %s [14]',
    (_, text) => {
      expect(strings(text).filter(([, words]) => words.trim() === '')).toEqual([])
    },
  )
})

test.each(Object.entries({ en: bannerEn, ko: bannerKo, ja: bannerJa }))(
  'the first sentence in %s has a place for the purposes',
  (_, { lead }) => {
    expect(lead.split('{purposes}')).toHaveLength(2)
  },
)

/** What a label may not do: put off, urge or cheer. */
const UNFAIR = /later|not now|maybe|나중|지금|あとで|今すぐ|[!！]|\p{Extended_Pictographic}/iu

test.each([
  ['en', bannerEn, 'Reject', 'Accept'],
  ['ko', bannerKo, '거부', '동의'],
  ['ja', bannerJa, '拒否', '同意'],
])(
  'the labels in %s differ by their verb alone, and neither puts off nor urges [9]',
  (_, text, no, yes) => {
    expect(text.reject).toContain(no)
    expect(text.reject.replace(no, yes)).toBe(text.accept)
    const labels = [
      text.reject,
      text.accept,
      text.preferences,
      text.settings,
      text.close,
      text.more,
    ]
    expect(labels.filter(label => UNFAIR.test(label))).toEqual([])
  },
)

test.each([
  [bannerEn, preferencesEn],
  [bannerKo, preferencesKo],
  [bannerJa, preferencesJa],
])('every category that has a name has a sentence', ({ purposes }, { about }) => {
  expect(Object.keys(about)).toEqual(Object.keys(purposes))
})

test.each([
  [bannerEn, placeholderEn],
  [bannerKo, placeholderKo],
  [bannerJa, placeholderJa],
])('a placeholder names the purposes as the banner does', (banner, { purposes }) => {
  expect(purposes).toEqual(banner.purposes)
})

test.each(Object.entries({ en: placeholderEn, ko: placeholderKo, ja: placeholderJa }))(
  'a placeholder in %s says whose content it is and what showing it allows',
  (_, { lead, short, unavailable }) => {
    for (const sentence of [lead, short]) {
      expect(sentence.split('{source}')).toHaveLength(2)
      expect(sentence.split('{purpose}')).toHaveLength(2)
    }
    expect(unavailable.split('{source}')).toHaveLength(2)
  },
)

test.each(Object.entries({ en: recordEn, ko: recordKo, ja: recordJa }))(
  'why it is asked again names in %s what was answered, and when',
  (_, { again }) => {
    for (const sentence of [again.outdated, again.expired])
      expect(sentence.split('{before}')).toHaveLength(2)
  },
)
