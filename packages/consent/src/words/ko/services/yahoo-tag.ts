import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: '전환 이벤트, 이 사이트가 함께 전달하는 값',
    'ad-click': '이 사이트로 이어진 광고 클릭',
  },
  services: {
    'Yahoo! JAPAN Ads': {
      site: 'Yahoo! JAPAN 광고 게재 및 효과 측정',
      recipient: '광고 효과 측정, 이 사이트 방문자 대상 광고',
    },
  },
  stored: {
    _ycl_yjad: '이 사이트로 이어진 디스플레이 광고 클릭',
    '_ycl_*': '이 사이트로 이어진 광고 클릭',
    _ts_yjad: '첫 방문 시각',
    _yjsu_yjad: 'Yahoo! JAPAN이 이 브라우저를 다시 알아보기 위한 식별자',
    _yjr_yjad: '광고 클릭의 세부 정보',
    _ly_su: 'Yahoo! JAPAN이 이 브라우저를 다시 알아보기 위한 식별자',
    _ly_c: '이 사이트로 이어진 광고 클릭',
    _ly_r: '광고 클릭의 세부 정보',
    '_ycl*': '광고 클릭 정보의 사본',
  },
}
