import type { DetailsWords } from './words-table.ts'

/** What the banner says in Japanese about services that attributes of the script tag can start. */
export const details: DetailsWords = {
  notStated: '記載なし',
  separator: '、',
  countries: { US: '米国' },
  items: {
    pages: '閲覧ページ',
    clicks: '操作',
    time: '日時',
    region: 'おおよその地域',
    browser: 'ブラウザ',
    device: '端末',
    address: 'IPアドレス',
    tags: '実行されるタグの収集項目',
    'cookie-id': 'Cookie識別子({cookies})',
  },
  services: {
    'Google Analytics': {
      site: '利用統計の分析とサービスの改善',
      when: '利用時に送信',
      kept: 'Cookieは最長13か月、Googleでは最長14か月',
    },
    'Google Tag Manager': {
      site: 'サイトが選択したタグの実行',
      when: '利用時に送信',
      kept: 'Googleでは最長14日、実行されるタグは各サービスの期間による',
    },
  },
}
