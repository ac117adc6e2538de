import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: 'クリック、スクロール、ポインターの動き、マスクされた画面の記録',
    network: 'コンソールのメッセージ、リクエストのアドレスとステータス',
  },
  services: {
    'Sentry Session Replay': {
      site: 'エラーの発生状況の把握',
      recipient: '当サイトへの記録の提供',
      kept: '当サイトの契約プランにより30日または90日',
    },
  },
  stored: {
    sentryReplaySession: 'このタブで1回の訪問中に閲覧したページの関連付け',
  },
}
