import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'コンバージョンと、当サイトが併せて渡す値',
  },
  services: {
    'Kakao Pixel': {
      site: 'Kakaoでの広告の配信と効果測定',
      recipient: 'コンバージョンの測定、パーソナライズ広告',
      kept: 'パーソナライズ広告のために最長1年',
      afterwards: '期間満了後、Kakaoが破棄',
      refusal: 'Kakaoでもパーソナライズ広告を拒否可能',
    },
  },
}
