import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: '전환 이벤트, 이 사이트가 함께 전달하는 값',
  },
  services: {
    'Kakao Pixel': {
      site: '카카오 광고 게재 및 효과 측정',
      recipient: '전환 측정, 맞춤형 광고',
      kept: '맞춤형 광고를 위해 최대 1년',
      afterwards: '기간 만료 후 카카오가 파기',
      refusal: '카카오에서도 맞춤형 광고 거부 가능',
    },
  },
}
