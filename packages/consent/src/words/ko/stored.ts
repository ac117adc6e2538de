import type { StoredText } from '../en/stored.ts'

/** The texts of the tables of cookies in Korean. */
export const text: StoredText = {
  columns: ['명칭', '종류', '목적', '보유 기간', '설정 주체'],
  kinds: {
    first: '이 사이트의 쿠키',
    third: '다른 사이트의 쿠키',
    storage: '로컬 저장소',
    database: '데이터베이스',
  },
  session: '브라우저를 닫을 때까지',
  untilDeleted: '삭제할 때까지',
  renewed: '마지막 방문 후 {time}',
  thisSite: '이 사이트',
  forCompany: '이 사이트({company}의 도구가 설정)',
  stored: {
    _ga: '방문자 수 집계를 위한 구분',
    '_ga_*': '세션 상태 유지',
    '_gcl_*': '광고 클릭 기록, 광고 효과 측정',
    _gcl_ls: '광고 클릭 기록, 광고 효과 측정',
    __gads: '이 사이트의 광고 측정 및 노출 횟수 제한',
    __gpi: '이 사이트의 광고 측정 및 노출 횟수 제한',
    IDE: '여러 사이트에서의 맞춤형 광고 및 효과 측정',
    'firebase-installations-database': '설치 식별자 보관',
    'firebase-heartbeat-database': 'Firebase와 마지막으로 통신한 시점 기억',
    spaceone_consent: '쿠키 선택 내용 기억',
    '.history': '이전 선택 내용 보관(열람·내려받기용)',
    '.out*': '선택 내용을 이 사이트에 전달할 때까지 보관',
  },
}
