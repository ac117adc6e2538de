import { expect, test } from 'vitest'
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

/** Returns what a visitor reads of a service before the click: a text for each fact. */
const read = (declared: Declared<Texts>, language = 'en') =>
  detailsOf(resolve(declared, known), WORDS[language]?.words as never).map(
    ([term, lines]) =>
      `${term}: ${lines.map(({ text, link = '' }) => (LINK.test(link) ? `<${text}>` : text)).join('; ')}`,
  )

const NOTHING = ['Purpose: Not stated', 'Collected: Not stated']

const chat: Declared<Texts> = {
  name: 'Chat',
  category: 'support',
  recipients: [
    {
      company: 'Chat Inc.',
      country: 'DE',
      contact: ['mailto:privacy@chat.example', 'Box 1, Berlin'],
      policyUrl: 'https://chat.example/privacy',
      relation: 'processor',
      purpose: { en: 'Running the chat' },
      retention: { seconds: 30 * 86_400, afterwards: { en: 'Deleted' } },
      subprocessors: ['Host Inc.', 'Mail Inc.'],
      transfer: { basis: 'contract', when: { en: 'When you open it' }, how: { en: 'Encrypted' } },
    },
    { company: 'Seoul Inc.', country: 'KR' },
  ],
  retention: { until: { en: 'The chat ends' } },
  collects: [
    { id: 'messages', words: { en: 'messages' } },
    { id: 'id', words: { en: 'an ID ({cookies})' } },
    { id: 'files', words: {} },
  ],
  purposes: { site: { en: 'Answers' }, recipient: { en: 'Improving it' } },
  refusal: {
    link: 'https://chat.example/refuse',
    words: { en: 'Refuse at Chat Inc.' },
    effect: { en: 'You cannot chat' },
  },
  cookies: ['chat_id', 'chat_*'],
}

test('the details name both recipients with all that concerns them, the items, and how to refuse elsewhere and what that means', () => {
  expect(read(chat)).toEqual([
    'Purpose: Answers',
    'Collected: messages, an ID (chat_id, chat_*), files',
    'Recipient: Chat Inc. (Germany); Companies that work for it: Host Inc., Mail Inc.; <privacy@chat.example>; Box 1, Berlin; <Privacy policy>',
    'Purpose of the recipient: Running the chat',
    'Transfer: When you open it; Encrypted',
    'Kept: 30 days; Deleted',
    'Recipient: Seoul Inc. (South Korea)',
    'Purpose of the recipient: Improving it',
    'Kept: The chat ends',
    'Also to refuse: <Refuse at Chat Inc.>; You cannot chat',
  ])
})

test.each<[what: string, Declared<Texts>, readonly string[]]>([
  [
    'a service whose data only the site receives',
    { name: 'Own statistics', recipients: [], retention: { seconds: 90 } },
    [...NOTHING, 'Recipient: Only this site', 'Kept: 90 seconds'],
  ],
  [
    'a service that states nothing on purpose',
    { name: 'Chat', recipients: 'not-stated', retention: 'not-stated' },
    [
      ...NOTHING,
      ...['Recipient: Not stated', 'Purpose of the recipient: Not stated', 'Kept: Not stated'],
    ],
  ],
  [
    'a recipient abroad that states no more',
    { name: 'Chat', recipients: { company: 'Talk Inc.' } },
    [
      ...NOTHING,
      ...['Recipient: Talk Inc.', 'Purpose of the recipient: Not stated', 'Transfer: Not stated'],
      'Kept: Not stated',
    ],
  ],
  [
    'a service without words in the language',
    {
      name: 'Chat',
      recipients: [],
      retention: { until: { ko: '상담 종료 시' } },
      collects: [{ id: 'messages', words: { ko: '메시지' } }],
      purposes: { site: { ko: '문의 응대' } },
      refusal: { words: { ko: '거부' } },
    },
    [...NOTHING, 'Recipient: Only this site', 'Kept: Not stated'],
  ],
])('the details of %s', (_, declared, facts) => {
  expect(read(declared)).toEqual(facts)
})

const GOOGLE = '<https://support.google.com/policies/contact/general_privacy_form>'

test.each<[language: string, name: string, readonly string[]]>([
  [
    'ko',
    'Google Ads',
    [
      '목적: 광고 게재 및 효과 측정',
      '수집 항목: 방문 페이지, 시각, 광고 노출 및 클릭, 브라우저, 기기, IP 주소, 쿠키 식별자(_ga)',
      `정보를 받는 자: Google LLC(미국); ${GOOGLE}; <개인정보 처리방침>`,
      '받는 자의 이용 목적: 광고 게재·맞춤 설정·측정, Google 서비스의 운영 및 개선',
      '전송 시기 및 방법: 사이트 이용 시; 이용자의 브라우저에서 네트워크를 통해 암호화하여 전송',
      '보유 기간: 18개월; Google이 로그에서 쿠키 정보 삭제. Google 계정에 저장된 정보는 계정 소유자가 삭제할 때까지 보관',
      '쿠키 최대 보유 기간: 13개월',
      '그 밖의 거부 방법: <Google ‘내 광고 센터’에서도 맞춤형 광고 해제 가능>',
    ],
  ],
  [
    'ja',
    'Google Tag Manager',
    [
      '目的: サイトのタグの実行',
      '収集項目: 日時、ブラウザ、IPアドレス、タグごとの収集項目',
      `送信先: Google LLC（米国）; ${GOOGLE}; <プライバシーポリシー>`,
      '送信先の利用目的: タグの配信、サービスの安定性の維持',
      '送信の時期と方法: サイトの利用時; お客様のブラウザからインターネット経由で暗号化して送信',
      '保存期間: リクエストログは最長14日、タグが収集した情報はタグごとの期間; Googleがリクエストログを削除',
      'Cookieの最長保存期間: 13か月',
    ],
  ],
])('the details in %s of %s', (language, name, facts) => {
  expect(read({ name, cookies: ['_ga'] }, language)).toEqual(facts)
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
  ['cookies', {}, 'Collected: messages, an ID, files'],
  ['cookies', [null], 'Collected: messages, an ID, files'],
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
  cookies: /^Collected/,
  refusal: /^Also/,
}
