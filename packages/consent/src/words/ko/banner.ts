import type { BannerText } from '../en/banner.ts'
import { printed } from './printed-details.ts'

/** The texts of the banner in Korean. */
export const text: BannerText = {
  heading: '쿠키 사용 동의',
  lead: '{purposes} 목적으로 선택적 쿠키를 사용하고자 합니다. 동의하시기 전에는 해당 서비스가 실행되지 않으며, 언제든지 ‘쿠키 설정’에서 변경할 수 있습니다.',
  policy: '개인정보 처리방침',
  more: '자세히',
  right: ['거부할 권리', '언제든지 거부·철회할 수 있으며, 거부해도 사이트를 이용할 수 있습니다.'],
  preferences: '설정',
  reject: '거부',
  accept: '동의',
  rejectAll: '모두 거부',
  acceptAll: '모두 동의',
  purposes: { analytics: '이용 통계', marketing: '광고', personalization: '맞춤형 콘텐츠' },
  allowed: '선택적 쿠키를 모두 허용했습니다.',
  refused: '선택적 쿠키를 모두 거부했습니다.',
  selected: '선택하신 내용을 저장했습니다.',
  settings: '쿠키 설정',
  printed,
  notStated: '명시되지 않음',
  withNote: '{text}({note})',
}
