import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { recordings: 'クリック、スクロール、ポインターの動き、マスクされた画面の記録' },
  services: {
    'Microsoft Clarity': {
      site: '利用画面の記録とヒートマップの分析、サービスの改善',
      recipient: '当サイトへの記録の提供、広告などMicrosoft自身の目的',
      kept: '記録は30日間、ヒートマップと印を付けた記録は最長13か月',
      afterwards: '期間満了後、Microsoftが削除',
    },
  },
  stored: {
    _clck: 'Clarityがこのブラウザを再び識別するための識別子',
    _clsk: '1回の訪問で閲覧したページの関連付け',
    _cltk: 'このタブの識別子',
    CLID: 'Clarityがいずれかのサイトでこのブラウザを最初に確認した日時',
    MUID: 'Microsoftのサイトでこのブラウザを識別するための識別子（広告にも利用）',
    MR: 'MUIDの更新が必要かどうか',
    SM: 'Microsoftのドメイン間でのMUIDの照合',
    ANONCHK: '広告にMUIDを渡すかどうか',
  },
}
