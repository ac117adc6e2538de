import type { en } from './en'

export const ja: typeof en = {
  product: 'クラウドコンソール',
  menu: { dashboard: 'ダッシュボード', costReport: 'コストレポート', label: 'メインメニュー' },
  account: { cookies: 'Cookieの設定', signOut: 'ログアウト', language: '言語' },
  signIn: {
    title: 'ログイン',
    lead: 'すべてのクラウドアカウントをひと目で確認できます。',
    name: 'メールアドレス',
    button: 'ログイン',
  },
  dashboard: {
    title: 'ダッシュボード',
    month: '今月のコスト',
    servers: 'サーバー',
    alerts: '未対応のアラート',
    trend: '月別コスト',
  },
  cost: {
    title: 'コストレポート',
    settings: 'レポート設定',
    provider: 'プロバイダー',
    month: '今月',
    change: '増減',
  },
  modal: {
    currency: '通貨',
    statistics: '利用状況の統計',
    close: '閉じる',
  },
  statistics: { on: '許可済み', off: '許可されていません', open: 'まだ選択していません' },
  live: {
    title: '利用状況の統計（リアルタイム）',
    count: '{time}以降のリクエスト：{count}件',
    requests: 'リクエスト',
    nothing: 'リクエストはありません',
    cookies: 'Cookie',
    none: 'なし',
    note: 'このサンプルだけの表示です。このコンピューター上の模擬スクリプトがGoogleのタグの代わりに動作し、Googleには何も送信しません。',
  },
}
