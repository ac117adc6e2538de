import { expect, test } from 'vitest'
import { actOf, opensSettings } from './words.ts'

test.each([
  [
    'accept',
    [
      'Accept all',
      'I agree',
      'Allow all cookies',
      'OK',
      'Got it!',
      '모두 동의',
      '동의합니다',
      '모두 허용',
      '확인',
      'すべて許可',
      '同意する',
      'すべて受け入れる',
    ],
  ],
  [
    'refuse',
    [
      'Reject all',
      'Decline',
      'Only necessary cookies',
      'Continue without accepting',
      'No, thanks',
      '모두 거부',
      '동의하지 않음',
      '동의 안 함',
      '필수 쿠키만 허용',
      '거절',
      'すべて拒否',
      '同意しない',
      '必須のみ',
      '必要な Cookie のみ許可',
    ],
  ],
  [
    'settings',
    [
      'Cookie settings',
      'Manage preferences',
      'Customise',
      'Let me choose',
      '쿠키 설정',
      '맞춤 설정',
      'Cookie 設定',
      '詳細設定',
    ],
  ],
  ['save', ['Save', 'Save preferences', 'Confirm my choices', '저장', '選択を保存', '保存する']],
] as const)('says that a control can %s by its words', (act, words) => {
  expect(words.filter(one => actOf(one) !== act)).toEqual([])
})

test('does not take other words for those of a banner control', () => {
  const words = [
    'Buy now',
    'Sign in',
    'Read more',
    '로그인',
    '장바구니',
    '購入する',
    'Acceptance tests',
  ]
  expect(words.map(actOf)).toEqual(words.map(() => undefined))
})

test('a control anywhere on a page opens settings only with words about consent', () => {
  const words = [
    'Cookie settings',
    'Privacy preferences',
    '쿠키 설정',
    '개인정보 설정',
    'クッキー設定',
    '同意の管理',
  ]
  expect(words.filter(one => !opensSettings(one))).toEqual([])
  expect(['Settings', 'Account settings', 'Cookie policy', '설정'].filter(opensSettings)).toEqual(
    [],
  )
})
