import type { DetailsWords } from '../details-words.ts'

const ANALYTICS = {
  recipient: '이 사이트에 통계 제공',
  kept: '이 사이트의 설정에 따라 최대 14개월',
  afterwards: '기간 만료 후 Google이 자동 삭제',
}

/** The texts about services in Korean: those for any service, and our own about some. */
export const details: DetailsWords = {
  onlyThisSite: '이 사이트만',
  countries: { US: '미국' },
  policy: '개인정보 처리방침',
  subprocessors: '재수탁자: {names}',
  terms: [
    '목적',
    '수집 항목',
    '정보를 받는 자',
    '받는 자의 이용 목적',
    '전송 시기 및 방법',
    '보유 기간',
    '쿠키 최대 보유 기간',
    '그 밖의 거부 방법',
  ],
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
  sent: {
    when: '사이트 이용 시',
    how: '이용자의 브라우저에서 네트워크를 통해 암호화하여 전송',
  },
  services: {
    'Google Analytics': {
      site: '이용 통계 분석, 서비스 개선',
      ...ANALYTICS,
      refusal: 'Google이 제공하는 브라우저 부가 기능으로도 거부 가능',
    },
    'Google Tag Manager': {
      site: '사이트의 태그 실행',
      recipient: '태그 제공, 서비스 안정성 유지',
      kept: '요청 기록 최대 14일, 태그가 수집한 정보는 태그별 기간',
      afterwards: 'Google이 요청 로그 삭제',
    },
    'Google Ads': {
      site: '광고 게재 및 효과 측정',
      recipient: '광고 게재·맞춤 설정·측정, Google 서비스의 운영 및 개선',
      afterwards:
        'Google이 로그에서 쿠키 정보 삭제. Google 계정에 저장된 정보는 계정 소유자가 삭제할 때까지 보관',
      refusal: 'Google ‘내 광고 센터’에서도 맞춤형 광고 해제 가능',
    },
    'Firebase Analytics': {
      site: '앱 이용 통계 분석, 서비스 개선',
      ...ANALYTICS,
    },
    'SpaceONE Consent': {
      site: '쿠키 선택 내용의 기억 및 증명',
      necessary:
        '이 쿠키가 없으면 페이지마다 다시 여쭙게 되고, 선택하신 내용을 반영할 수 없습니다.',
    },
  },
}
