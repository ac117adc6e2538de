import type { WordsTable } from '../words-table.ts'

/** What details say in Japanese about services that no attribute of the script tag can start. */
export const moreDetails: WordsTable = {
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
    'cookie-id': 'Cookie識別子({cookies})',
    ads: '広告の表示とクリック',
    app: 'アプリ情報とバージョン',
    'installation-id': 'インストール識別子',
    choice: 'Cookieに関する選択内容、選択日時、表示された案内文',
  },
  services: {
    'Google Ads': {
      site: '広告の配信と効果測定',
      when: '利用時に送信',
      kept: 'Cookieは最長24か月、Googleでは最長18か月',
    },
    'Firebase Analytics': {
      site: 'アプリの利用統計の分析とサービスの改善',
      when: '利用時に送信',
      kept: 'Googleでは最長14か月',
    },
  },
}
