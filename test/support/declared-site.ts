import type { Declared, Texts } from '../../packages/consent/src/inventory/declaration.ts'
import {
  ADS_COOKIES,
  ADS_STORAGE,
  ADS_THIRD_PARTY,
  ADSENSE_COOKIES,
  FIREBASE_DATABASES,
  GOOGLE_COOKIES,
} from '../../packages/consent/src/inventory/google-rules.ts'

const said = (en: string, ko: string, ja: string): Texts => ({ en, ko, ja })

/** A service with one recipient, and every fact in words of three languages. */
export const chat: Declared<Texts> = {
  name: 'Chat',
  category: 'support',
  recipients: {
    company: 'Chat Inc.',
    country: 'DE',
    contact: 'mailto:privacy@chat.example',
    policyUrl: 'https://chat.example/privacy',
    relation: 'third-party',
    transfer: {
      basis: 'contract',
      when: said('When you open the chat', '상담 시', '相談時'),
      how: said('Encrypted', '암호화', '暗号化'),
    },
  },
  retention: {
    until: said('The chat ends', '상담 종료', '相談の終了'),
    afterwards: said('Deleted', '삭제', '削除'),
  },
  collects: [
    { id: 'messages', words: said('messages', '메시지', 'メッセージ') },
    { id: 'id', words: said('an ID ({cookies})', '식별자({cookies})', '識別子（{cookies}）') },
  ],
  toolKind: 'iframe',
  identifies: true,
  purposes: {
    site: said('Answers', '문의 응대', '問い合わせ対応'),
    recipient: said('Running the chat', '상담 운영', '相談の運営'),
  },
  refusal: {
    link: 'https://chat.example/refuse',
    words: said('Refuse at Chat Inc.', '업체에서 거부', '事業者で拒否'),
  },
  addresses: ['*.chat.example', 'https://cdn.example/chat/', '/chat/'],
  cookies: [
    'chat_*',
    {
      ...{ name: 'chat_id', seconds: 'session' },
      purpose: said('Finds the chat', '대화 식별', '会話の識別'),
    },
    { name: 'chat_x', seconds: 90, isRenewed: true, party: 'third' },
  ],
  storage: [{ name: 'chat_key', seconds: 'until-deleted', party: 'third', setBy: 'Chat' }],
}

/** A service with several recipients, whose purpose and retention are their own. */
export const talk: Declared<Texts> = {
  ...chat,
  name: 'Talk',
  recipients: [
    {
      ...{ company: 'Talk Inc.', country: 'US', relation: 'processor' },
      contact: ['mailto:privacy@talk.example', 'Box 1, 04524'],
      purpose: said('Storing the chat', '대화 보관', '会話の保管'),
      retention: { seconds: 5 * 365 * 86_400 },
      subprocessors: ['Host Inc.', 'Mail Inc.'],
    },
    { company: 'Seoul Inc.', country: 'KR', relation: 'third-party', retention: 'not-stated' },
    { company: 'Video Inc.', country: 'JP', relation: 'collects-itself' },
  ],
  toolKind: 'pixel',
  refusal: { effect: said('You cannot chat', '상담 이용 불가', '相談は利用不可') },
}

export const login: Declared<Texts> = {
  ...{ name: 'Login', toolKind: 'app-sdk', cookies: ['sid'] },
  necessary: said('You stay signed in.', '로그인이 유지됩니다.', 'ログインを維持します。'),
}

/** A necessary service whose data another company receives. */
const loginAbroad: Declared<Texts> = {
  ...login,
  name: 'Login abroad',
  recipients: { company: 'Login Inc.', country: 'US', transfer: { basis: 'law' } },
}

/** A service whose data only the site receives. */
export const statistics: Declared<Texts> = {
  ...{ name: 'Own statistics', category: 'analytics', recipients: [], retention: { seconds: 90 } },
}

/** All services above, one that states nothing, and those of Google. */
export const SITE: readonly Declared<Texts>[] = [
  ...[chat, talk, statistics, { name: 'Script alone', category: 'support' }, login, loginAbroad],
  {
    ...{ name: 'Google Analytics', category: 'analytics' },
    cookies: [...GOOGLE_COOKIES, '_gid', 'x_ga'],
  },
  {
    ...{ name: 'Google Ads', category: 'marketing', storage: ADS_STORAGE },
    cookies: [...ADS_COOKIES, ...ADSENSE_COOKIES, ...ADS_THIRD_PARTY],
  },
  { name: 'Firebase Analytics', category: 'analytics', databases: FIREBASE_DATABASES },
  { name: 'Google Tag Manager', category: 'analytics' },
]
