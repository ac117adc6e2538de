import type { BannerText } from './banner-text.ts'

/** The texts of the banner in Japanese. */
export const text: BannerText = {
  heading: 'Cookieの利用について',
  lead: '{purposes}のために任意のCookieを使用してもよろしいですか。同意いただくまで動作せず、選択はいつでも「Cookie設定」で変更できます。',
  policy: 'プライバシーポリシー',
  more: '詳細',
  details: [
    ['目的', '利用統計の分析とサービスの改善'],
    [
      '収集項目',
      '閲覧ページ、操作、日時、おおよその地域、ブラウザ、端末、Cookie識別子(_ga、_ga_*)',
    ],
    ['提供先', 'Google LLC(米国)、利用時に送信'],
    ['保存期間', 'Cookieは最長13か月、Googleでは最長14か月'],
    ['拒否する権利', 'いつでも拒否・撤回でき、拒否してもサイトを利用できます。'],
  ],
  preferences: '設定',
  reject: '拒否',
  accept: '同意',
  rejectAll: 'すべて拒否',
  acceptAll: 'すべて同意',
  purposes: { analytics: '利用統計', marketing: '広告', personalization: 'パーソナライズ' },
  allowed: '任意のCookieをすべて許可しました。',
  refused: '任意のCookieをすべて拒否しました。',
  selected: '選択内容を保存しました。',
  settings: 'Cookie設定',
}
