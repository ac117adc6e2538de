import type { ChangesWords } from '../sections-text.ts'

/** The texts, in Korean, of what has changed since an earlier inventory. */
export const changesWords: ChangesWords = {
  heading: '변경 사항',
  none: '변경된 내용이 없습니다.',
  added: '{service}: {kind} 추가: {value}',
  removed: '{service}: {kind} 삭제: {value}',
  changed: '{service}: {kind} 변경: {value}',
  addedService: '서비스 추가: {service}',
  removedService: '이용 중단: {service}',
  kinds: {
    recipient: '제공받는 자',
    country: '국가',
    purpose: '목적',
    item: '항목',
    retention: '보유 기간',
  },
}
