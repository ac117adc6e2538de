// Written by a test from details.ts, see printed-details.test.ts. Do not edit.
import type { Fact } from '../../inventory/tree.ts'

/** What the banner says about services whose words come with it, by name. */
export const printed: Readonly<Record<string, readonly Fact[]>> = {
  "Google Analytics": [
    ["目的",[{"text":"利用統計の分析とサービスの改善"}]],
    ["収集項目",[{"text":"閲覧ページ、ページのタイトル、参照元ページ、クリックなどの操作、日時、おおよその地域、ブラウザ、言語、端末、画面サイズ、IPアドレス、Cookie識別子（_ga、_ga_*）"}]],
    ["送信先",[{"text":"Google LLC（米国）"},{"text":"https://support.google.com/policies/contact/general_privacy_form","link":"https://support.google.com/policies/contact/general_privacy_form"},{"text":"プライバシーポリシー","link":"https://policies.google.com/privacy"}]],
    ["送信先の利用目的",[{"text":"当サイトへの統計の提供"}]],
    ["送信の時期と方法",[{"text":"サイトの利用時"},{"text":"お客様のブラウザからインターネット経由で暗号化して送信"}]],
    ["保存期間",[{"text":"当サイトの設定により最長14か月"},{"text":"期間満了後、Googleが自動的に削除"}]],
    ["Cookieの最長保存期間",[{"text":"13か月"}]],
    ["その他の拒否方法",[{"text":"Googleが提供するブラウザのアドオンでも拒否可能","link":"https://tools.google.com/dlpage/gaoptout"}]],
  ],
}
