import type { BannerText } from '../en/banner.ts'
import { printed } from './printed-details.ts'

/** The texts of the banner in Japanese. */
export const text: BannerText = {
  printed,
  notStated: '記載なし',
  withNote: '{text}（{note}）',
  heading: 'Cookieの利用について',
  lead: '{purposes}のために必須以外のCookieを使用してもよろしいですか。同意いただくまで動作せず、いつでも「Cookie設定」で変更できます。',
  policy: 'プライバシーポリシー',
  more: '詳細',
  preferences: '設定',
  reject: '拒否',
  accept: '同意',
  rejectAll: 'すべて拒否',
  acceptAll: 'すべて同意',
  purposes: { analytics: '利用統計', marketing: '広告', personalization: 'パーソナライズ' },
  allowed: '必須以外のCookieをすべて許可しました。',
  right: ['拒否する権利', 'いつでも拒否・撤回でき、拒否してもサイトを利用できます。'],
  settings: 'Cookie設定',
  refused: '必須以外のCookieをすべて拒否しました。',
  selected: '選択内容を保存しました。',
}
