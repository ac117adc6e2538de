import type { PlaceholderText } from '../en/placeholder.ts'

/** The texts of a blocked iframe's placeholder in Japanese. */
export const text: PlaceholderText = {
  lead: '{source}が提供するコンテンツです。表示すると、IPアドレスなどの情報が提供元に送信され、このサイトで{purpose}のための必須以外のCookieが許可されます。',
  short: '{source}のコンテンツ({purpose}のCookieを許可)',
  unavailable:
    '{source}が提供するコンテンツです。必要な同意をここでは得られないため、表示していません。',
  elsewhere: '外部の提供元',
  allow: '許可して表示',
  preferences: '設定',
  purposes: { analytics: '利用統計', marketing: '広告', personalization: 'パーソナライズ' },
}
