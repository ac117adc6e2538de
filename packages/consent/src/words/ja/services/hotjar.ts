import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: 'クリック、スクロール、ポインターの動き、マスクされた画面の記録',
  },
  services: {
    Hotjar: {
      site: '利用画面の記録、ヒートマップ、アンケートによるサービスの改善',
      recipient: '当サイトへの記録とアンケート結果の提供',
    },
  },
  stored: {
    '_hjSessionUser_*': 'Hotjarが当サイトでこのブラウザを再び識別するための識別子',
    '_hjSession_*': '1回の訪問で閲覧したページの関連付け',
    '_hj*': '表示済みのアンケート、記録の上限、ブラウザの保存領域の動作確認',
    hjActiveViewportIds: 'Hotjarが記録しているタブ',
    hjViewportId: 'このタブの識別子',
  },
}
