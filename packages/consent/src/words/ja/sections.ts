import type { SectionsText } from '../en/sections.ts'

/** The texts of the sections of a policy page in Japanese. */
export const text: SectionsText = {
  language: 'ja',
  headings: {
    cookies: 'Cookieおよび類似の保存情報',
    behavioural: '行動履歴情報の収集と拒否の方法',
    transfers: '外国にある第三者への個人情報の提供・委託（国外移転）',
    recipients: '個人情報の取扱いの委託と第三者提供',
    'external-transmission': '利用者情報の外部送信',
  },
  columns: {
    behavioural: [
      '収集ツールの名称',
      '収集する事業者',
      'ツールの種類',
      '行動履歴情報の項目',
      '収集の目的',
      '保存期間',
      '個人の識別',
      '拒否の方法',
    ],
    transfers: [
      'サービス',
      '移転先（連絡先）',
      '移転先の国',
      '移転の法的根拠',
      '移転の時期と方法',
      '移転する個人情報の項目',
      '移転先の利用目的',
      '保存期間',
      '拒否の方法と拒否した場合の影響',
    ],
    'external-transmission': [
      'サービス',
      '送信先',
      '送信される情報',
      '当サイトの利用目的',
      '送信先の利用目的',
      'オプトアウト',
    ],
  },
  relations: {
    processor: {
      heading: '個人情報の取扱いの委託',
      columns: ['委託先', 'サービス', '委託する業務', '取扱項目', '保存期間'],
    },
    'third-party': {
      heading: '個人情報の第三者提供',
      columns: ['提供先', 'サービス', '提供先の利用目的', '提供項目', '保存期間'],
    },
    'collects-itself': {
      heading: '直接収集する事業者',
      columns: ['事業者', 'サービス', '収集の目的', '収集項目', '保存期間'],
    },
    'not-stated': {
      heading: '関係の記載がない送信先',
      columns: ['送信先', 'サービス', '利用目的', '項目', '保存期間'],
    },
  },
  toolKinds: {
    script: 'スクリプト',
    pixel: 'ピクセル（トラッキング画像）',
    iframe: '埋め込みページ（iframe）',
    'app-sdk': 'アプリSDK',
  },
  bases: {
    consent: '「{purpose}」の目的に対するお客様の同意',
    contract: '契約の履行に伴う委託・保管として、プライバシーポリシーで公表',
    law: '法令または条約の特別な規定',
    certified: '移転先が受けた認証',
    equivalent: '個人情報の保護水準が同等と認められた国',
  },
  collectsItself: '送信先が直接収集',
  containerAlone:
    '当サイトに登録されている必須以外のサービスはGoogle Tag Managerのみです。コンテナのタグが収集・保存する情報は、ここには記載されていません。',
  identified: '識別する',
  notIdentified: '特定の個人を識別しない（識別できない情報のみを収集）',
  tellsApart:
    '特定の個人を識別しない（氏名・メールアドレスは収集せず、Cookieの識別子でブラウザを区別）',
  asFarAsPersonal: '個人情報に該当する場合に限る',
  refuse: '同意の確認画面で「拒否」を選択するか、「Cookie設定」でいつでも同意を撤回',
  effect: '拒否した場合、このサービスは動作しませんが、サイトは引き続き利用可能',
  countryDomains: '{host}および各国のドメイン',
  none: '当サイトが登録した該当サービスはありません。',
  necessary: '必須',
  inBrowser: 'ブラウザで拒否する方法',
  effective: 'プライバシーポリシー（バージョン{version}、{date}施行）',
  drawnFrom: '当サイトが登録したサービスから作成',
}
