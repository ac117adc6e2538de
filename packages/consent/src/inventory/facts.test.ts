import { expect, test } from 'vitest'
import { chat, statistics, talk } from '../../../../test/support/declared-site.ts'
import type { Declared, Texts } from './declaration.ts'
import { detailsOf } from './facts.ts'
import { loadInventoryWords, loadWordTables } from './load-inventory-words.ts'
import { LINK } from './print/elements.ts'
import { resolve } from './resolve.ts'

const LANGUAGES = ['en', 'ko', 'ja']
const known = await loadWordTables(LANGUAGES)
const WORDS = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async one => [one, await loadInventoryWords(one)] as const)),
)

const read = (declared: Declared<Texts>, language = 'en') =>
  detailsOf(resolve(declared, known), WORDS[language]?.words as never).map(
    ([term, lines]) =>
      `${term}: ${lines.map(({ text, link = '' }) => (LINK.test(link) ? `<${text}>` : text)).join('; ')}`,
  )

const GOOGLE = ['Google Analytics', 'Google Ads', 'Google Tag Manager', 'Firebase Analytics'].map(
  name => ({ name, cookies: ['_ga'] }),
)
const DECLARED: readonly Declared<Texts>[] = [
  ...[chat, talk, statistics],
  { name: 'Nothing stated', recipients: 'not-stated', retention: 'not-stated' },
  {
    ...{ name: 'Recipient abroad', recipients: { company: 'Talk Inc.' } },
    collects: [
      { id: 'mail', words: { en: 'mail' } },
      { id: 'files', words: {} },
    ],
  },
  {
    ...{ ...statistics, name: 'Words in Korean', retention: { until: { ko: '상담 종료 시' } } },
    collects: [{ id: 'messages', words: { ko: '메시지' } }],
    ...{ purposes: { site: { ko: '문의 응대' } }, refusal: { words: { ko: '거부' } } },
  },
  ...GOOGLE,
]

// `npm run unit -- --update` writes the file. The details have both recipients with all that
// concerns them, the items, how to refuse elsewhere and what that means.
test('the details of each service are as printed-facts.txt says', async () => {
  const texts = LANGUAGES.flatMap(language =>
    (language === 'en' ? DECLARED : GOOGLE).map(
      one => `${[`${one.name} (${language})`, ...read(one, language)].join('\n  ')}\n`,
    ),
  )
  await expect(texts.join('')).toMatchFileSnapshot('printed-facts.txt')
})

const COMPANY = { company: 'Chat Inc.', country: 'DE' }

test.each<[fact: string, value: unknown, shown: string]>([
  ['recipients', [null], 'Recipient: Not stated'],
  ['recipients', ['Chat Inc.'], 'Recipient: Not stated'],
  ['recipients', null, 'Recipient: Not stated'],
  ['recipients', 5, 'Recipient: Not stated'],
  ['recipients', { ...COMPANY, transfer: 'x' }, 'Transfer: Not stated'],
  ['recipients', { ...COMPANY, contact: 5 }, 'Recipient: Chat Inc. (Germany); 5'],
  ['recipients', { ...COMPANY, retention: {} }, 'Kept: Not stated'],
  ['recipients', { ...COMPANY, subprocessors: 5 }, 'Recipient: Chat Inc. (Germany)'],
  ['recipients', { ...COMPANY, purpose: 5 }, 'Purpose of the recipient: Not stated'],
  ['collects', 'x', 'Collected: Not stated'],
  ['collects', [null], 'Collected: Not stated'],
  ['collects', {}, 'Collected: Not stated'],
  ['purposes', null, 'Purpose: Not stated'],
  ['purposes', 'x', 'Purpose: Not stated'],
  ['retention', {}, 'Kept: Not stated'],
  ['retention', null, 'Kept: Not stated'],
  ['retention', { until: 5 }, 'Kept: Not stated'],
  ['retention', { afterwards: { en: 'Deleted' } }, 'Kept: Not stated'],
  ['cookies', {}, 'Collected: messages, an ID'],
  ['cookies', [null], 'Collected: messages, an ID'],
  ['refusal', 5, ''],
])('where %s is %o, the details say “%s” and keep the other facts', (fact, value, shown) => {
  const service = { ...chat, recipients: COMPANY }
  const facts = read({ ...service, [fact]: value } as Declared<Texts>)
  expect(facts).toEqual(expect.arrayContaining(shown ? [shown] : []))
  const [rest = []] = [read(service)].map(all => all.filter(one => !OF[fact]?.test(one)))
  expect(facts).toEqual(expect.arrayContaining(rest))
})

/** Matches the facts that a property of a declaration has, by the property. */
const OF: Readonly<Record<string, RegExp>> = {
  recipients: /^(Recipient|Transfer|Purpose of|Kept)/,
  collects: /^Collected/,
  purposes: /^Purpose/,
  retention: /^Kept/,
  cookies: /^(Collected|Cookies)/,
  refusal: /^Also/,
}

test.each(GOOGLE)(
  'the words about the retention of $name name the period of its entry',
  service => {
    const { retention } = resolve(service, known)
    if (retention === 'not-stated' || !retention.seconds) return expect.unreachable()
    const days = retention.seconds / 86_400
    const period = days > 30 ? Math.round(days / 30.44) : days
    for (const language of LANGUAGES)
      expect(retention.words?.[language]?.match(/\d+/g) ?? [`${period}`]).toEqual([`${period}`])
  },
)
