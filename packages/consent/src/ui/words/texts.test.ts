import { expect, test } from 'vitest'
import { BANNER, PLACEHOLDER, PREFERENCES, RECORD } from '../../words/files.ts'
import { withHostText } from './texts.ts'

/** Matches labels that postpone a decision, urge the visitor or contain an emoji. */
const UNFAIR = /later|not now|maybe|나중|지금|あとで|今すぐ|[!！]|\p{Extended_Pictographic}/iu

test.each([
  ['en', 'Reject', 'Accept'],
  ['ko', '거부', '동의'],
  ['ja', '拒否', '同意'],
] as const)(
  'the answer labels in %s differ only in their verb, no label postpones or urges, and each purpose has its description and one name [9]',
  async (language, no, yes) => {
    const banner = (await BANNER[language]()).text
    const preferences = (await PREFERENCES[language]()).text
    const { reject, accept, rejectAll, acceptAll, settings, more, purposes } = banner
    expect([reject, accept]).toEqual([no, yes])
    expect(rejectAll).toContain(no)
    expect(rejectAll.replace(no, yes)).toBe(acceptAll)
    const labels = [rejectAll, acceptAll, banner.preferences, settings, more]
    const all = [...labels, preferences.close, preferences.save]
    expect(all.filter(label => UNFAIR.test(label))).toEqual([])
    expect(Object.keys(preferences.about)).toEqual(Object.keys(purposes))
    expect((await PLACEHOLDER[language]()).text.purposes).toEqual(purposes)
  },
)

// words.test.ts shows that each text has the placeholders of the English one.
test('the English sentences have their placeholders', async () => {
  const { lead, short, unavailable } = (await PLACEHOLDER.en()).text
  const { outdated, expired } = (await RECORD.en()).text.again
  for (const sentence of [lead, short]) expect(sentence).toMatch(/{source}.*{purpose}/)
  expect(unavailable).toContain('{source}')
  expect((await BANNER.en()).text.lead).toContain('{purposes}')
  for (const sentence of [outdated, expired]) expect(sentence).toContain('{before}')
})

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
])('withHostText: the text %s', (_, host, expected) => {
  expect(withHostText(TEXT, host as never)).toEqual(expected)
})

test('withHostText treats __proto__ and constructor as ordinary keys', () => {
  const host = JSON.parse('{"__proto__":{"polluted":"yes"},"purposes":{"constructor":"x"}}')
  const merged = withHostText(TEXT, host)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  expect((merged as { polluted?: string }).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  expect(merged.purposes).toEqual({ analytics: 'statistics', constructor: 'x' })
})
