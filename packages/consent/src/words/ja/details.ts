import type { DetailsWords } from '../words-table.ts'

/** What the banner says in Japanese about services that attributes of the script tag can start. */
export const details: DetailsWords = {
  notStated: '記載なし',
  onlyThisSite: '当サイトのみ',
  countries: { US: '米国' },
  services: {
    'Google Analytics': {
      site: '利用統計の分析とサービスの改善',
      collected:
        '閲覧ページ、ページのタイトル、参照元ページ、クリックなどの操作、日時、おおよその地域、ブラウザ、言語、端末、画面サイズ、IPアドレス、Cookie識別子(_ga、_ga_*)',
      when: '利用時に送信',
      kept: 'Cookieは最長13か月、Googleでは当サイトの設定により最長14か月',
    },
    'Google Tag Manager': {
      site: 'サイトのタグの実行',
      collected: '日時、ブラウザ、IPアドレス、タグごとの収集項目',
      when: '利用時に送信',
      kept: 'Googleでは最長14日、タグごとの期間',
    },
  },
}
