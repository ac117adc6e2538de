import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { videos: '시청한 동영상' },
  services: {
    YouTube: {
      site: '동영상 표시',
      recipient: '동영상 제공, 통계, Google 서비스 전반의 광고와 맞춤 설정',
      refusal: 'Google ‘내 광고 센터’에서도 맞춤형 광고 해제 가능',
    },
  },
  stored: {
    VISITOR_INFO1_LIVE: '환경설정, 문제 발견과 해결',
    '__Secure-YEC': '환경설정, 문제 발견과 해결',
    YSC: '방문 중의 요청이 이용자의 것인지 확인',
  },
}
