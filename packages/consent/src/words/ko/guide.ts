import type { GuidePanelText } from '../en/guide.ts'
import { text as steps } from './steps.ts'

/** The texts of the browser guide's panel in Korean. */
export const text: GuidePanelText = {
  heading: '브라우저의 쿠키 설정',
  yours: '현재 사용 중인 브라우저: {name}',
  choose: '브라우저 선택',
  address: '설정 주소',
  copy: '복사',
  copied: '복사했습니다. 주소창에 붙여 넣으십시오.',
  selected: '주소를 선택했습니다. 복사하여 주소창에 붙여 넣으십시오.',
  help: '{name} 공식 도움말',
  wayOut: '브라우저에서 이 페이지 열기',
  analytics: 'Google Analytics 사용을 중지하는 방법',
  optOut: 'Google의 차단 부가 기능 안내',
  checked: '마지막 확인: {date}',
  back: '뒤로',
  steps,
}
