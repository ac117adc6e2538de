import type { en } from './en'

export const ko: typeof en = {
  product: '클라우드 콘솔',
  menu: { dashboard: '대시보드', costReport: '비용 리포트', label: '주 메뉴' },
  account: { cookies: '쿠키 설정', signOut: '로그아웃', language: '언어' },
  signIn: {
    title: '로그인',
    lead: '모든 클라우드 계정을 한눈에 확인하세요.',
    name: '이메일 주소',
    button: '로그인',
  },
  dashboard: {
    title: '대시보드',
    month: '이번 달 비용',
    servers: '서버',
    alerts: '미해결 알림',
    trend: '월별 비용',
  },
  cost: {
    title: '비용 리포트',
    settings: '리포트 설정',
    provider: '제공사',
    month: '이번 달',
    change: '증감',
  },
  modal: {
    currency: '통화',
    statistics: '이용 통계',
    close: '닫기',
  },
  statistics: { on: '허용됨', off: '허용되지 않음', open: '아직 선택하지 않음' },
  live: {
    title: '실시간 이용 통계',
    count: '{time} 이후 요청 {count}건',
    requests: '요청',
    nothing: '요청한 것이 없습니다',
    cookies: '쿠키',
    none: '없음',
    note: '이 예제에서만 표시됩니다. 이 컴퓨터의 모의 스크립트가 Google 태그를 대신하며, Google로는 아무것도 전송하지 않습니다.',
  },
}
