import { describe, expect, test } from 'vitest'
import { text as bannerEn } from '../banner/text/en.ts'
import { text as bannerJa } from '../banner/text/ja.ts'
import { text as bannerKo } from '../banner/text/ko.ts'
import { text as placeholderEn } from '../placeholder/text/en.ts'
import { text as placeholderJa } from '../placeholder/text/ja.ts'
import { text as placeholderKo } from '../placeholder/text/ko.ts'
import { text as preferencesEn } from '../preferences/text/en.ts'
import { text as preferencesJa } from '../preferences/text/ja.ts'
import { text as preferencesKo } from '../preferences/text/ko.ts'
import { text as recordEn } from '../record/text/en.ts'
import { text as recordJa } from '../record/text/ja.ts'
import { text as recordKo } from '../record/text/ko.ts'
import { withHostText } from './texts.ts'

/** Returns the path and value of every string in a text. */
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
  test.each(Object.entries(others))('has the same keys in %s as in English [14]', (_, other) => {
    const keys = (text: object) => strings(text).map(([path]) => path)
    expect(keys(other)).toEqual(keys(english))
  })

  test.each(Object.entries({ en: english, ...others }))(
    'has no empty string in %s [14]',
    (_, text) => {
      expect(strings(text).filter(([, words]) => words.trim() === '')).toEqual([])
    },
  )
})

test.each(Object.entries({ en: bannerEn, ko: bannerKo, ja: bannerJa }))(
  'the lead in %s has one placeholder for the purposes',
  (_, { lead }) => {
    expect(lead.split('{purposes}')).toHaveLength(2)
  },
)

/** Matches labels that postpone a decision, urge the visitor or contain an emoji. */
const UNFAIR = /later|not now|maybe|나중|지금|あとで|今すぐ|[!！]|\p{Extended_Pictographic}/iu

test.each([
  ['en', bannerEn, preferencesEn, 'Reject', 'Accept'],
  ['ko', bannerKo, preferencesKo, '거부', '동의'],
  ['ja', bannerJa, preferencesJa, '拒否', '同意'],
])(
  'the answer labels in %s differ only in their verb, and no label postpones or urges [9]',
  (_, text, { close, save }, no, yes) => {
    expect([text.reject, text.accept]).toEqual([no, yes])
    expect(text.rejectAll).toContain(no)
    expect(text.rejectAll.replace(no, yes)).toBe(text.acceptAll)
    const labels = [
      text.rejectAll,
      text.acceptAll,
      text.preferences,
      text.settings,
      text.more,
      close,
      save,
    ]
    expect(labels.filter(label => UNFAIR.test(label))).toEqual([])
  },
)

test.each([
  [bannerEn, preferencesEn],
  [bannerKo, preferencesKo],
  [bannerJa, preferencesJa],
])('every category with a name has a description', ({ purposes }, { about }) => {
  expect(Object.keys(about)).toEqual(Object.keys(purposes))
})

test.each([
  [bannerEn, placeholderEn],
  [bannerKo, placeholderKo],
  [bannerJa, placeholderJa],
])('the placeholder has the same names of purposes as the banner', (banner, { purposes }) => {
  expect(purposes).toEqual(banner.purposes)
})

test.each(Object.entries({ en: placeholderEn, ko: placeholderKo, ja: placeholderJa }))(
  'the placeholder in %s names the source of the content and the purpose that it belongs to',
  (_, { lead, short, unavailable }) => {
    for (const sentence of [lead, short]) {
      expect(sentence.split('{source}')).toHaveLength(2)
      expect(sentence.split('{purpose}')).toHaveLength(2)
    }
    expect(unavailable.split('{source}')).toHaveLength(2)
  },
)

test.each(Object.entries({ en: recordEn, ko: recordKo, ja: recordJa }))(
  'the reason for asking again in %s names the earlier answer',
  (_, { again }) => {
    for (const sentence of [again.outdated, again.expired])
      expect(sentence.split('{before}')).toHaveLength(2)
  },
)

describe('withHostText', () => {
  const TEXT = {
    heading: 'Ours',
    purposes: { analytics: 'statistics' },
    details: [['Kept', 'a year']],
  }

  test('returns our text when the site has none', () => {
    expect(withHostText(TEXT, undefined)).toBe(TEXT)
    expect(withHostText(TEXT, {})).toEqual(TEXT)
  })

  test('merges the texts of the site into ours', () => {
    expect(withHostText(TEXT, { purposes: { marketing: 'ads' } as never })).toEqual({
      ...TEXT,
      purposes: { analytics: 'statistics', marketing: 'ads' },
    })
  })

  test('replaces a list as a whole', () => {
    expect(withHostText(TEXT, { details: [] }).details).toEqual([])
  })

  test('keeps our string when the string of the site is undefined', () => {
    expect(withHostText(TEXT, { heading: undefined }).heading).toBe('Ours')
  })

  test('treats __proto__ and constructor as ordinary keys', () => {
    const host = JSON.parse('{"__proto__":{"polluted":"yes"},"purposes":{"constructor":"x"}}')
    const merged = withHostText(TEXT, host)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect((merged as { polluted?: string }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(merged.purposes).toEqual({ analytics: 'statistics', constructor: 'x' })
  })
})
