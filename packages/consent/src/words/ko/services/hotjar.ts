import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: '클릭, 스크롤, 포인터 이동, 가림 처리된 화면의 기록',
  },
  services: {
    Hotjar: {
      site: '이용 화면 기록, 히트맵, 설문을 통한 서비스 개선',
      recipient: '이 사이트에 기록과 설문 결과 제공',
    },
  },
  stored: {
    '_hjSessionUser_*': 'Hotjar가 이 사이트에서 이 브라우저를 다시 알아보기 위한 식별자',
    '_hjSession_*': '한 번의 방문에서 본 페이지 연결',
    '_hj*': '이미 표시한 설문, 기록 한도, 브라우저 저장 공간 시험',
    hjActiveViewportIds: 'Hotjar가 기록 중인 탭',
    hjViewportId: '이 탭의 식별자',
  },
}
