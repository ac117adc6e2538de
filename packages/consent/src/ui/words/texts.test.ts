import { describe, expect, test } from 'vitest'
import { text as bannerEn } from '../../words/en/banner.ts'
import { text as placeholderEn } from '../../words/en/placeholder.ts'
import { text as preferencesEn } from '../../words/en/preferences.ts'
import { text as recordEn } from '../../words/en/record.ts'
import { text as bannerJa } from '../../words/ja/banner.ts'
import { text as placeholderJa } from '../../words/ja/placeholder.ts'
import { text as preferencesJa } from '../../words/ja/preferences.ts'
import { text as bannerKo } from '../../words/ko/banner.ts'
import { text as placeholderKo } from '../../words/ko/placeholder.ts'
import { text as preferencesKo } from '../../words/ko/preferences.ts'
import { withHostText } from './texts.ts'

const TEXTS = {
  banner: { en: bannerEn, ko: bannerKo, ja: bannerJa },
  preferences: { en: preferencesEn, ko: preferencesKo, ja: preferencesJa },
  placeholder: { en: placeholderEn, ko: placeholderKo, ja: placeholderJa },
}

/** Matches labels that postpone a decision, urge the visitor or contain an emoji. */
const UNFAIR = /later|not now|maybe|나중|지금|あとで|今すぐ|[!！]|\p{Extended_Pictographic}/iu

test.each([
  ['en', 'Reject', 'Accept'],
  ['ko', '거부', '동의'],
  ['ja', '拒否', '同意'],
] as const)(
  'the answer labels in %s differ only in their verb, and no label postpones or urges [9]',
  (language, no, yes) => {
    const { reject, accept, rejectAll, acceptAll, preferences, settings, more } =
      TEXTS.banner[language]
    const { close, save } = TEXTS.preferences[language]
    expect([reject, accept]).toEqual([no, yes])
    expect(rejectAll).toContain(no)
    expect(rejectAll.replace(no, yes)).toBe(acceptAll)
    const labels = [rejectAll, acceptAll, preferences, settings, more, close, save]
    expect(labels.filter(label => UNFAIR.test(label))).toEqual([])
  },
)

// words.test.ts shows that each text has the placeholders of the English one.
test('the English sentences have their placeholders', () => {
  const { lead, short, unavailable } = placeholderEn
  for (const sentence of [lead, short]) expect(sentence).toMatch(/{source}.*{purpose}/)
  expect(unavailable).toContain('{source}')
  expect(bannerEn.lead).toContain('{purposes}')
  for (const sentence of [recordEn.again.outdated, recordEn.again.expired])
    expect(sentence).toContain('{before}')
})

test.each(['en', 'ko', 'ja'] as const)(
  'each purpose has its description in %s, and one name',
  language => {
    const { purposes } = TEXTS.banner[language]
    expect(Object.keys(TEXTS.preferences[language].about)).toEqual(Object.keys(purposes))
    expect(TEXTS.placeholder[language].purposes).toEqual(purposes)
  },
)

describe('withHostText', () => {
  const purposes = { analytics: 'statistics' }
  const TEXT = { heading: 'Ours', purposes, details: [['Kept', 'a year']] }

  test.each<[string, object | undefined, object]>([
    ['is ours when the site has none', undefined, TEXT],
    ['is ours when that of the site is empty', {}, TEXT],
    ['is ours where the string of the site is undefined', { heading: undefined }, TEXT],
    ['has a list of the site as a whole', { details: [] }, { ...TEXT, details: [] }],
    [
      'has the words of both',
      { purposes: { marketing: 'ads' } },
      { ...TEXT, purposes: { analytics: 'statistics', marketing: 'ads' } },
    ],
  ])('the text %s', (_, host, expected) => {
    expect(withHostText(TEXT, host as never)).toEqual(expected)
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
