import type { DetailsWords } from '../details-words.ts'

const ANALYTICS = {
  recipient: '当サイトへの統計の提供',
  kept: '当サイトの設定により最長14か月',
  afterwards: '期間満了後、Googleが自動的に削除',
}

/** The texts about services in Japanese: those for any service, and our own about some. */
export const details: DetailsWords = {
  onlyThisSite: '当サイトのみ',
  countries: { US: '米国' },
  policy: 'プライバシーポリシー',
  subprocessors: '再委託先：{names}',
  terms: [
    '目的',
    '収集項目',
    '送信先',
    '送信先の利用目的',
    '送信の時期と方法',
    '保存期間',
    'Cookieの最長保存期間',
    'その他の拒否方法',
  ],
  items: {
    pages: '閲覧ページ',
    title: 'ページのタイトル',
    referrer: '参照元ページ',
    clicks: 'クリックなどの操作',
    time: '日時',
    region: 'おおよその地域',
    browser: 'ブラウザ',
    language: '言語',
    device: '端末',
    screen: '画面サイズ',
    address: 'IPアドレス',
    tags: 'タグごとの収集項目',
    'cookie-id': 'Cookie識別子（{cookies}）',
    ads: '広告の表示とクリック',
    app: 'アプリ情報とバージョン',
    'installation-id': 'インストール識別子',
    choice: 'Cookieに関する選択内容、選択日時、表示された案内文',
  },
  sent: {
    when: 'サイトの利用時',
    how: 'お客様のブラウザからインターネット経由で暗号化して送信',
  },
  services: {
    'Google Analytics': {
      site: '利用統計の分析とサービスの改善',
      ...ANALYTICS,
      refusal: 'Googleが提供するブラウザのアドオンでも拒否可能',
    },
    'Google Tag Manager': {
      site: 'サイトのタグの実行',
      recipient: 'タグの配信、サービスの安定性の維持',
      kept: 'リクエストログは最長14日、タグが収集した情報はタグごとの期間',
      afterwards: 'Googleがリクエストログを削除',
    },
    'Google Ads': {
      site: '広告の配信と効果測定',
      recipient: '広告の配信・パーソナライズ・測定、Googleのサービスの運営と改善',
      afterwards:
        'GoogleがログからCookie情報を削除。Googleアカウントに保存された情報は、所有者が削除するまで保存',
      refusal: 'Googleの「マイ アド センター」でもパーソナライズ広告を停止可能',
    },
    'Firebase Analytics': {
      site: 'アプリの利用統計の分析とサービスの改善',
      ...ANALYTICS,
    },
    'SpaceONE Consent': {
      site: 'Cookieに関する選択の記憶と証明',
      necessary: 'これがないと、ページごとに同意を確認することになり、選択内容を反映できません。',
    },
  },
}
