import type { RecordText } from '../en/record.ts'

/** The texts about the visitor's own record in Korean. */
export const text: RecordText = {
  again: {
    outdated: '마지막으로 선택하신 이후 처리방침이 변경되었습니다(당시 버전: {before}).',
    expired: '{before}에 하신 선택의 유효 기간이 지났습니다.',
    decided: '새로 추가되었거나 아직 선택하지 않으신 항목입니다. 다른 선택은 그대로 유지됩니다.',
  },
  none: '아직 선택하지 않으셨습니다.',
  outdated:
    '선택하신 이후 처리방침이 변경되었습니다. 다시 선택하시기 전까지 선택적 쿠키를 사용하지 않습니다.',
  expired: '선택의 유효 기간이 지났습니다. 다시 선택하시기 전까지 선택적 쿠키를 사용하지 않습니다.',
  allowed: '허용',
  refused: '거부',
  nothing: '없음',
  decidedAt: '선택 일시',
  expiresAt: '유효 기한',
  version: '처리방침 버전',
  how: '방법',
  methods: {
    accept: '모두 동의',
    reject: '모두 거부',
    custom: '개별 선택',
    withdraw: '동의 철회',
  },
  where: '선택한 화면',
  surfaces: {
    banner: '배너',
    preferences: '쿠키 설정',
    inline: '페이지 본문',
    api: '사이트 자체 기능',
  },
  signal: 'Global Privacy Control 신호 있음',
  hash: '표시된 문구의 해시',
  count: '지금까지의 선택 횟수',
  download: '내 기록 내려받기',
  erase: '저장된 내용 모두 삭제',
  aboutErase:
    '현재 선택과 이전 선택을 이 브라우저에서 모두 삭제합니다. 선택적 쿠키는 중지되며, 다시 선택을 요청합니다.',
  eraseNow: '지금 삭제',
  erased: '저장된 내용을 모두 삭제했습니다.',
}
