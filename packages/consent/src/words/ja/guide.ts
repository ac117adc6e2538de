import type { GuidePanelText } from '../en/guide.ts'
import { text as steps } from './steps.ts'

/** The texts of the browser guide's panel in Japanese. */
export const text: GuidePanelText = {
  heading: 'ブラウザのCookie設定',
  yours: 'お使いのブラウザは{name}のようです。',
  choose: 'ブラウザを選択',
  address: '設定のアドレス',
  copy: 'コピー',
  copied: 'コピーしました。アドレスバーに貼り付けてください。',
  selected: '選択しました。コピーしてアドレスバーに貼り付けてください。',
  help: '{name}の公式ヘルプ',
  wayOut: 'このページをブラウザで開く',
  analytics: 'Google Analyticsを無効にする方法',
  optOut: 'Googleのアドオンのページ',
  checked: '最終確認日は{date}です。',
  back: '戻る',
  steps,
}
