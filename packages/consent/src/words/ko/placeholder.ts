import type { PlaceholderText } from '../en/placeholder.ts'

/** The texts of a blocked iframe's placeholder in Korean. */
export const text: PlaceholderText = {
  lead: '{source}에서 제공하는 콘텐츠입니다. 표시하면 IP 주소 등이 제공자에게 전송되며, 이 사이트에서 {purpose} 목적의 선택적 쿠키가 허용됩니다.',
  short: '{source} 콘텐츠, 표시하면 {purpose} 쿠키 허용',
  unavailable:
    '{source}에서 제공하는 콘텐츠입니다. 여기에서는 필요한 동의를 받을 수 없어 표시하지 않습니다.',
  elsewhere: '외부 사이트',
  allow: '허용하고 보기',
  preferences: '설정',
  purposes: { analytics: '이용 통계', marketing: '광고', personalization: '맞춤형 콘텐츠' },
}
