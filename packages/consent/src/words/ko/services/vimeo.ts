import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    videos: '시청한 동영상',
  },
  services: {
    Vimeo: {
      site: '동영상 표시',
      recipient: '동영상 제공, 동영상 소유자를 위한 통계, 환경설정, 봇 차단',
    },
  },
  stored: {
    vuid: '동영상 소유자용 통계를 위한 식별자',
    player: '음량, 화질, 자막 등의 환경설정',
    flags: '동영상 소유자가 켠 기능',
    '*_webinar_registrant': '웨비나 등록 여부',
    'lc_*': '제출한 양식',
    player_clearance: '자동화된 요청과 방문자 구분',
    cf_clearance: '자동화된 요청과 방문자 구분',
    '*_password': '보호된 동영상의 비밀번호',
    __cf_bm: '자동화된 요청과 방문자 구분',
    _cfuvid: '요청 횟수 제한',
  },
}
