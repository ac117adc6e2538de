import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    videos: '視聴した動画',
  },
  services: {
    Vimeo: {
      site: '動画の表示',
      recipient: '動画の提供、動画の所有者向けの統計、設定、ボット対策',
    },
  },
  stored: {
    vuid: '動画の所有者向けの統計のための識別子',
    player: '音量、画質、字幕などの設定',
    flags: '動画の所有者が有効にした機能',
    '*_webinar_registrant': 'ウェビナーへの登録',
    'lc_*': '送信済みのフォーム',
    player_clearance: '自動化されたリクエストと訪問者の区別',
    cf_clearance: '自動化されたリクエストと訪問者の区別',
    '*_password': '保護された動画のパスワード',
    __cf_bm: '自動化されたリクエストと訪問者の区別',
    _cfuvid: 'リクエスト数の制限',
  },
}
