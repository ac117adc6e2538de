import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'コンバージョンと、当サイトが併せて渡す値',
    'ad-click': '当サイトへの訪問につながった広告のクリック',
  },
  services: {
    'Yahoo! JAPAN Ads': {
      site: 'Yahoo! JAPANでの広告の配信と効果測定',
      recipient: '広告の効果測定、当サイトの訪問者への広告の配信',
    },
  },
  stored: {
    _ycl_yjad: '当サイトへの訪問につながったディスプレイ広告のクリック',
    '_ycl_*': '当サイトへの訪問につながった広告のクリック',
    _ts_yjad: '初回の訪問日時',
    _yjsu_yjad: 'Yahoo! JAPANがこのブラウザを再び識別するための識別子',
    _yjr_yjad: '広告のクリックの詳細',
    _ly_su: 'Yahoo! JAPANがこのブラウザを再び識別するための識別子',
    _ly_c: '当サイトへの訪問につながった広告のクリック',
    _ly_r: '広告のクリックの詳細',
    '_ycl*': '広告のクリックの写し',
  },
}
