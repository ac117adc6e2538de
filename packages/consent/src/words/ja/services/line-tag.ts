import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'コンバージョンと、当サイトが付けたその名称',
    'ad-click': '当サイトへの訪問につながった広告のクリック',
  },
  services: {
    'LINE Tag': {
      site: 'LINEでの広告の配信と効果測定',
      recipient: '広告の効果測定、当サイトの訪問者への広告の配信',
    },
  },
  stored: {
    '__lt__cid*': 'LINEがこのブラウザを再び識別するための識別子',
    __lt__sid: '今回の訪問の識別子',
  },
}
