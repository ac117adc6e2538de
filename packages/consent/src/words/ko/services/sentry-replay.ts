import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: '클릭, 스크롤, 포인터 이동, 가림 처리된 화면의 기록',
    network: '콘솔 메시지, 요청 주소와 상태',
  },
  services: {
    'Sentry Session Replay': {
      site: '오류 발생 과정 파악',
      recipient: '이 사이트에 기록 제공',
      kept: '이 사이트의 요금제에 따라 30일 또는 90일',
    },
  },
  stored: {
    sentryReplaySession: '이 탭에서 한 번의 방문 동안 본 페이지 연결',
  },
}
