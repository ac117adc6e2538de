import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'コンバージョンと、当サイトが併せて渡す値',
    fields: 'フォームの項目名',
  },
  services: {
    'Meta Pixel': {
      site: 'Facebook・Instagramでの広告の配信と効果測定',
      recipient: 'Metaアカウントとの照合、測定、広告、統計',
    },
  },
  stored: {
    _fbp: 'Metaがこのブラウザを再び識別するための識別子',
    _fbc: '当サイトへの訪問につながった広告のクリック',
    _fbleid: 'フォーム付き広告に由来する識別子',
    multiFbc: '当サイトへの訪問につながった広告のクリックの履歴',
    aemSource: '訪問の経路',
    'lastExternalReferrer*': '直前に閲覧していた外部サイトとその日時',
    fr: 'Metaのサービスでの広告',
  },
}
