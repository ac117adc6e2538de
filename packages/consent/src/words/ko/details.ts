import type { DetailsWords } from '../words-table.ts'

/** What the banner says in Korean about services that attributes of the script tag can start. */
export const details: DetailsWords = {
  notStated: '명시되지 않음',
  onlyThisSite: '이 사이트만',
  countries: { US: '미국' },
  services: {
    'Google Analytics': {
      site: '이용 통계 분석, 서비스 개선',
      collected:
        '방문 페이지, 페이지 제목, 이전 페이지, 클릭, 시각, 대략적인 지역, 브라우저, 언어, 기기, 화면 크기, IP 주소, 쿠키 식별자(_ga, _ga_*)',
      when: '이용 시 전송',
      kept: '쿠키 최대 13개월, Google은 이 사이트의 설정에 따라 최대 14개월',
    },
    'Google Tag Manager': {
      site: '사이트의 태그 실행',
      collected: '시각, 브라우저, IP 주소, 태그별 수집 항목',
      when: '이용 시 전송',
      kept: 'Google 요청 기록 최대 14일, 태그가 수집한 정보는 태그별 기간',
    },
  },
}
