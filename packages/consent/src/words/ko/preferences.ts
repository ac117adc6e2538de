import type { PreferencesText } from '../en/preferences.ts'

/** The texts of the preferences in Korean. */
export const text: PreferencesText = {
  heading: '쿠키 설정',
  intro: '목적별로 선택할 수 있습니다. 저장하기 전에는 아무것도 바뀌지 않습니다.',
  earlier: '이전 버전',
  necessary: '필수 쿠키',
  aboutNecessary:
    '로그인을 유지하고 여기에서 선택하신 내용을 기억하는 등 사이트 작동에 필요합니다.',
  always: '항상 사용',
  optional: '선택적 쿠키',
  about: {
    analytics: '사이트가 얼마나, 어떻게 이용되는지 파악하여 서비스를 개선합니다.',
    marketing: '광고 효과를 측정하고 관심사에 맞는 광고를 보여 줍니다.',
    personalization: '이용 방식을 기억하여 맞춤형 콘텐츠를 제공합니다.',
  },
  aboutOther: '허용하신 동안에만 실행됩니다.',
  services: '서비스',
  details: '수집 항목과 쿠키',
  gpc: '브라우저가 Global Privacy Control 신호를 보내고 있습니다. 이를 존중하여 여기에서 직접 켜기 전까지 선택적 쿠키를 사용하지 않습니다.',
  honoured: '거부 신호(GPC)를 반영했습니다',
  gpcOverruled:
    '브라우저가 Global Privacy Control 신호를 보내고 있으나, 여기에서 직접 선택적 쿠키를 켜셨으므로 그 선택에 따릅니다.',
  addOn:
    '브라우저에 Google Analytics 차단 부가 기능과 같은 거부 설정이 있습니다. 이를 존중하여 묻지 않으며, 거부된 서비스는 실행되지 않습니다.',
  restricted: '만 14세 미만 이용자에게는 선택적 쿠키를 사용하지 않습니다.',
  save: '선택 저장',
  unsaved: '변경하신 내용이 아직 저장되지 않았습니다.',
  withdrawn: '동의를 모두 철회했습니다.',
  close: '닫기',
  guide: '브라우저의 쿠키 설정',
  record: {
    heading: '마지막 선택',
    earlier: '이전 선택',
  },
}
