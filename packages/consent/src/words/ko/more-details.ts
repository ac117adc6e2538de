import type { WordsTable } from '../words-table.ts'

/** What details say in Korean about services that no attribute of the script tag can start. */
export const moreDetails: WordsTable = {
  items: {
    pages: '방문 페이지',
    title: '페이지 제목',
    referrer: '이전 페이지',
    clicks: '클릭',
    time: '시각',
    region: '대략적인 지역',
    browser: '브라우저',
    language: '언어',
    device: '기기',
    screen: '화면 크기',
    address: 'IP 주소',
    tags: '태그별 수집 항목',
    'cookie-id': '쿠키 식별자({cookies})',
    ads: '광고 노출 및 클릭',
    app: '앱 정보 및 버전',
    'installation-id': '설치 식별자',
    choice: '쿠키 선택 내용, 선택 시각, 표시된 안내문',
  },
  services: {
    'Google Ads': {
      site: '광고 게재 및 효과 측정',
      when: '이용 시 전송',
      kept: '쿠키 최대 24개월, Google 최대 18개월',
    },
    'Firebase Analytics': {
      site: '앱 이용 통계 분석, 서비스 개선',
      when: '이용 시 전송',
      kept: 'Google 최대 14개월',
    },
  },
}
