import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { messages: 'メッセージ、お客様または当サイトが入力したプロフィール' },
  services: {
    'Channel Talk': {
      site: 'チャットでのお問い合わせ対応',
      recipient: 'チャットの提供',
    },
  },
  stored: {
    'ch-veil-id': '匿名の訪問者の識別子',
    'ch-session-*': 'チャットのセッション',
    'Channel.*': '識別子の写し、チャットの設定',
  },
}
