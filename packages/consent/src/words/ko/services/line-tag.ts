import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: '전환 이벤트, 이 사이트가 정한 이벤트 이름',
    'ad-click': '이 사이트로 이어진 광고 클릭',
  },
  services: {
    'LINE Tag': {
      site: 'LINE 광고 게재 및 효과 측정',
      recipient: '광고 효과 측정, 이 사이트 방문자 대상 광고',
    },
  },
  stored: {
    '__lt__cid*': 'LINE이 이 브라우저를 다시 알아보기 위한 식별자',
    __lt__sid: '이번 방문의 식별자',
  },
}
