import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { messages: '메시지, 이용자나 이 사이트가 입력한 프로필' },
  services: {
    'Channel Talk': {
      site: '채팅 상담',
      recipient: '채팅 서비스 제공',
    },
  },
  stored: {
    'ch-veil-id': '익명 방문자의 식별자',
    'ch-session-*': '채팅 세션',
    'Channel.*': '식별자 사본, 채팅 설정',
  },
}
