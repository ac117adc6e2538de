import { expect, test } from 'vitest'
import type { ConsentOptions } from '../core/index.ts'
import {
  firebaseAnalytics,
  googleAds,
  googleAnalytics,
  googleTagManager,
  service,
} from '../index.ts'
import type { SectionName } from '../inventory/index.ts'
import { inventoryOf } from './inventory-of.ts'
import { noticesOf } from './notices-of.ts'
import { renderSection } from './render-section.ts'

const SECTIONS: readonly SectionName[] = [
  ...(['cookies', 'behavioural', 'transfers', 'recipients', 'external-transmission'] as const),
]

const idle = { start() {}, stop() {} }
const said = (ko: string, ja: string) => ({ ko, ja })

const chat = service({
  ...{ ...idle, name: 'Chat', toolKind: 'pixel', identifies: true },
  recipients: [
    {
      ...{ company: 'Chat Inc.', country: 'DE', contact: 'mailto:help@chat.example' },
      ...{ policyUrl: 'https://chat.example/privacy', relation: 'processor' },
      purpose: said('상담 운영', '相談の運営'),
      retention: { seconds: 30 * 86_400 },
      subprocessors: ['Host Inc.', 'Mail Inc.'],
      transfer: {
        basis: 'contract',
        when: said('상담 시', '相談時'),
        how: said('암호화', '暗号化'),
      },
    },
    { company: 'Video Ltd.', country: 'KR', relation: 'third-party' },
    { company: 'Talk Ltd.', country: 'US', relation: 'collects-itself' },
  ],
  retention: { seconds: 5 * 365 * 86_400, afterwards: said('삭제', '削除') },
  collects: [
    { id: 'messages', words: said('메시지', 'メッセージ') },
    { id: 'id', words: said('식별자({cookies})', '識別子（{cookies}）') },
  ],
  purposes: {
    site: said('문의 응대', '問い合わせ対応'),
    recipient: said('서비스 개선', 'サービスの改善'),
  },
  refusal: {
    ...{ link: 'https://chat.example/refuse', words: said('업체에서 거부', '事業者で拒否') },
    effect: said('상담 이용 불가', '相談は利用不可'),
  },
  addresses: ['*.chat.example'],
  cookies: [
    { name: 'chat_id', purpose: said('대화 식별', '会話の識別'), seconds: 'session' },
    { name: 'chat_x', seconds: 90, isRenewed: true, party: 'third' },
  ],
  storage: [{ name: 'chat_key', seconds: 'until-deleted' }],
})
const script = service({
  ...{ ...idle, name: 'Script', recipients: 'not-stated', retention: 'not-stated' },
  ...{ toolKind: 'iframe', addresses: [], cookies: ['script_*'] },
})
const login = service({
  ...{ ...idle, name: 'Login', toolKind: 'app-sdk', addresses: [], cookies: ['sid'] },
  recipients: { company: 'Login Inc.', country: 'US', transfer: { basis: 'law' } },
  ...{ retention: 'not-stated', necessary: said('로그인이 유지됩니다.', 'ログインを維持します。') },
})

const OPTIONS: ConsentOptions<string> = {
  policy: {
    ...{ version: '2', url: '/privacy' },
    versions: [{ version: '2', effective: '2026-11-01', material: true }],
  },
  categories: {
    analytics: {
      services: [
        googleAnalytics({ id: 'G-TEST12345' }),
        googleTagManager({ id: 'GTM-TEST123' }),
        firebaseAnalytics({ installations: true }),
      ],
    },
    marketing: { services: [googleAds({ id: 'AW-123456789' })] },
    personalization: { services: [chat, script] },
  },
  services: [login],
  ...({ delivery: { endpoint: '/consent' } } as object),
}

/** Returns all that a site prints in a language: its sections, its banner and its preferences. */
const print = async (language: string, browsers?: readonly []) => {
  const inventory = await inventoryOf(OPTIONS)
  const sections = SECTIONS.map(async name => {
    const html = await renderSection(name, inventory, { language, browsers })
    return html.replace(/<[^>]*>/g, '\n')
  })
  const notices = Object.values(await noticesOf(OPTIONS, { languages: [language] }))
  const shown = notices.map(({ text }) => (JSON.parse(text).strings as string[]).join('\n'))
  return [...(await Promise.all(sections)), ...shown].join('\n').replaceAll('&gt;', '>')
}

/** Latin words that are names in every language. */
const NAMES =
  /https?:\S+|help@chat\.example|(SpaceONE |\b)(Consent|Google( (LLC|Analytics|Tag Manager|Ads))?|Firebase( Analytics)?|(Chat|Host|Mail|Login) Inc\.|(Video|Talk) Ltd\.|Chat|Script|Login|Cookie|IP|iframe|SDK|Global Privacy Control|GPC)|[\w*.-]*(_|\.|-database)[\w*.-]*|\bsid\b|\bIDE\b/g

test.each(['ko', 'ja'])('no text in %s has an English word that is no name', async language => {
  const text = (await print(language, [])).replace(NAMES, '').replace(/[\w-]{22}/g, '')
  expect(text.split('\n').filter(line => /[a-z]/i.test(line))).toEqual([])
})

test('no text in Japanese has half-width brackets, a half-width colon or a half-width comma beside Japanese', async () => {
  const text = await print('ja')
  const odd =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。」] ?[(:,;]|[(:,;] ?[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}「]/u
  // The labels of a browser's menus are as the browser writes them.
  const ours = text.split('\n').filter(line => !line.includes(' > '))
  expect(ours.filter(line => odd.test(line))).toEqual([])
})
