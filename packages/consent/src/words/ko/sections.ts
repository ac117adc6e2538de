import type { SectionsText } from '../en/sections.ts'

/** The texts of the sections of a policy page in Korean. */
export const text: SectionsText = {
  language: 'ko',
  headings: {
    cookies: '쿠키 및 이와 유사한 저장 정보',
    behavioural: '행태정보의 수집·이용·제공 및 거부에 관한 사항',
    transfers: '개인정보의 국외 이전',
    recipients: '개인정보 처리위탁 및 제3자 제공',
    'external-transmission': '이용자 정보의 외부 전송',
  },
  columns: {
    behavioural: [
      '수집도구 명칭',
      '수집해가는 사업자',
      '수집도구 종류',
      '행태정보 항목',
      '수집해가는 목적',
      '보유·이용 기간',
      '개인 식별 여부',
      '거부 방법',
    ],
    transfers: [
      '서비스',
      '이전받는 자(연락처)',
      '이전되는 국가',
      '이전의 법적 근거',
      '이전 시기 및 방법',
      '이전되는 개인정보 항목',
      '이전받는 자의 이용 목적',
      '보유·이용 기간',
      '거부 방법 및 거부의 효과',
    ],
    'external-transmission': [
      '서비스',
      '전송받는 자',
      '전송되는 정보',
      '이 사이트의 이용 목적',
      '전송받는 자의 이용 목적',
      '거부 방법',
    ],
  },
  relations: {
    processor: {
      heading: '개인정보 처리위탁',
      columns: ['수탁자', '서비스', '위탁업무의 내용', '처리 항목', '보유·이용 기간'],
    },
    'third-party': {
      heading: '개인정보의 제3자 제공',
      columns: ['제공받는 자', '서비스', '제공받는 자의 이용 목적', '제공 항목', '보유·이용 기간'],
    },
    'collects-itself': {
      heading: '직접 수집하는 사업자',
      columns: ['사업자', '서비스', '수집 목적', '수집 항목', '보유·이용 기간'],
    },
    'not-stated': {
      heading: '수탁자·제3자 구분이 명시되지 않은 수령자',
      columns: ['수령자', '서비스', '이용 목적', '항목', '보유·이용 기간'],
    },
  },
  toolKinds: {
    script: '스크립트',
    pixel: '픽셀(추적 이미지)',
    iframe: '삽입된 페이지(iframe)',
    'app-sdk': '앱 SDK',
  },
  bases: {
    consent: '‘{purpose}’ 목적에 대한 정보주체의 동의',
    contract:
      '계약 이행을 위한 처리위탁·보관으로서 처리방침에 공개(개인정보 보호법 제28조의8제1항제3호가목)',
    law: '법률·조약 등의 특별한 규정(개인정보 보호법 제28조의8제1항제2호)',
    certified: '이전받는 자의 인증(개인정보 보호법 제28조의8제1항제4호)',
    equivalent: '보호 수준이 동등하다고 인정된 국가(개인정보 보호법 제28조의8제1항제5호)',
  },
  collectsItself: '받는 자가 직접 수집',
  containerAlone:
    '이 사이트에 등록된 선택적 서비스는 Google Tag Manager뿐입니다. 컨테이너의 태그가 수집하고 저장하는 정보는 여기에 기재되어 있지 않습니다.',
  identified: '식별함',
  notIdentified: '식별하지 않음(개인을 식별할 수 없는 정보만 수집)',
  tellsApart: '식별하지 않음(이름과 이메일 주소는 수집하지 않으며, 쿠키 식별자로 브라우저를 구분)',
  asFarAsPersonal: '개인정보에 해당하는 경우에 한함',
  refuse: '동의 요청 화면에서 ‘거부’를 선택하거나, 언제든지 ‘쿠키 설정’에서 동의를 철회',
  effect: '거부하면 해당 서비스는 실행되지 않으며, 사이트는 그대로 이용 가능',
  countryDomains: '{host} 및 국가별 도메인',
  none: '이 사이트가 등록한 해당 서비스가 없습니다.',
  necessary: '필수',
  inBrowser: '브라우저에서 거부하는 방법',
  effective: '개인정보 처리방침 {version}, {date}부터 시행',
  drawnFrom: '이 사이트에 등록된 서비스 정보를 바탕으로 작성되었습니다',
}
