import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: '전환 이벤트, 이 사이트가 함께 전달하는 값',
  },
  services: {
    'NAVER Analytics': {
      site: '이용 통계 분석, 광고 효과 측정',
      recipient: '통계 제공, 네이버 광고의 전환 측정',
    },
  },
  stored: {
    _fwb: '네이버가 이 브라우저를 다시 알아보기 위한 식별자',
    wcs_bt: '마지막 방문 시각',
    NA_SA: '검색 광고 클릭',
    NA_SAS: '이번 방문의 검색 광고 클릭',
    NA_SAC: '이번 방문의 전환',
    NA_DA: '디스플레이 광고 클릭',
    NA_MI: '광고 클릭의 세부 정보',
    NA_CO: '광고 클릭의 세부 정보',
    NA_TRIDTP: '같은 거래의 중복 집계 방지',
    NVADID: '클릭한 광고의 식별자',
    NA_NACC: '이 브라우저에 대한 네이버 식별자의 사본',
    NAC: '네이버의 브라우저 식별자',
    NACT: '네이버의 브라우저 식별자',
    NNB: '네이버의 브라우저 식별자',
  },
}
