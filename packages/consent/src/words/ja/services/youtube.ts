import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { videos: '視聴した動画' },
  services: {
    YouTube: {
      site: '動画の表示',
      recipient: '動画の提供、統計、Googleのサービス全体での広告とパーソナライズ',
      refusal: 'Googleの「マイ アド センター」でもパーソナライズ広告を停止可能',
    },
  },
  stored: {
    VISITOR_INFO1_LIVE: '設定、問題の検出と解決',
    '__Secure-YEC': '設定、問題の検出と解決',
    YSC: '訪問中のリクエストが利用者によるものであることの確認',
  },
}
