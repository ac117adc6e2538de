import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: '전환 이벤트, 이 사이트가 함께 전달하는 값',
    fields: '양식 항목의 이름',
  },
  services: {
    'Meta Pixel': {
      site: 'Facebook·Instagram 광고 게재 및 효과 측정',
      recipient: 'Meta 계정과의 연결, 측정, 광고, 통계',
    },
  },
  stored: {
    _fbp: 'Meta가 이 브라우저를 다시 알아보기 위한 식별자',
    _fbc: '이 사이트로 이어진 광고 클릭',
    _fbleid: '양식이 포함된 광고의 식별자',
    multiFbc: '이 사이트로 이어진 광고 클릭 내역',
    aemSource: '방문 경로',
    'lastExternalReferrer*': '마지막으로 방문한 외부 사이트와 그 시각',
    fr: 'Meta 서비스의 광고',
  },
}
