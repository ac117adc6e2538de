import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    'sign-in': '로그인한 계정',
  },
  services: {
    'Sign-in': {
      site: '로그인 상태 유지',
      necessary: '이 쿠키가 없으면 페이지마다 다시 로그인하셔야 합니다.',
    },
  },
}
