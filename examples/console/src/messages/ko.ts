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
  statistics: { on: '허용됨', off: '허용되지 않음' },
}
