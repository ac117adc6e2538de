import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { recordings: '클릭, 스크롤, 포인터 이동, 가림 처리된 화면의 기록' },
  services: {
    'Microsoft Clarity': {
      site: '이용 화면 기록과 히트맵 분석, 서비스 개선',
      recipient: '이 사이트에 기록 제공, 광고 등 Microsoft의 자체 목적',
      kept: '기록 30일, 히트맵과 표시한 기록은 최대 13개월',
      afterwards: '기간 만료 후 Microsoft가 삭제',
    },
  },
  stored: {
    _clck: 'Clarity가 이 브라우저를 다시 알아보기 위한 식별자',
    _clsk: '한 번의 방문에서 본 페이지 연결',
    _cltk: '이 탭의 식별자',
    CLID: 'Clarity가 여러 사이트에서 이 브라우저를 처음 확인한 시각',
    MUID: 'Microsoft 사이트에서 이 브라우저를 알아보기 위한 식별자, 광고에도 이용',
    MR: 'MUID 갱신 필요 여부',
    SM: 'Microsoft 도메인 간 MUID 비교',
    ANONCHK: '광고에 MUID를 전달하는지 여부',
  },
}
