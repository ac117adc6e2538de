import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../../../../test/support/fuzz.ts'
import { actOf, isAboutConsent } from './act-of.ts'

// `labels/*.test.ts` has a test for each label.

const ACCEPTING: readonly (readonly [labels: readonly string[], negations: readonly string[]])[] = [
  [
    ['Accept all', 'I agree', 'Allow all cookies', 'Accept & close', 'OK', 'Consent'],
    ['not', 'do not', "don't", 'without', 'never', 'only', 'except', 'reject', 'necessary', 'or'],
  ],
  [
    ['모두 동의', '동의합니다', '모든 쿠키 허용', '동의하고 계속', '확인', '수락'],
    ['안', '미', '비', '않고', '하지 않음', '안 함', '없이', '만', '필수', '거부', '또는'],
  ],
  [
    ['すべて許可', '同意する', 'Cookieを受け入れる', '同意して閉じる', 'はい'],
    [
      'ない',
      'しない',
      'ません',
      'しません',
      'ず',
      'せずに',
      'なし',
      'のみ',
      '必須',
      '拒否',
      'または',
    ],
  ],
]

test('a label with a negation or a restriction never accepts', () => {
  const label = fc
    .constantFrom(...ACCEPTING)
    .chain(([labels, negations]) =>
      fc.tuple(
        fc.constantFrom(...labels),
        fc.constantFrom(...negations),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    )
  fc.assert(
    fc.property(label, ([words, negation, share]) => {
      const at = Math.round(share * words.length)
      expect(actOf(`${words.slice(0, at)} ${negation} ${words.slice(at)}`)).not.toBe('accept')
    }),
  )
})

test('a label with a word that no banner has does nothing', () => {
  for (const [labels] of ACCEPTING)
    for (const words of labels) expect(actOf(`${words} Newsletter`)).toBeUndefined()
})

test('a label of more than 60 characters does nothing', () => {
  expect(actOf(`Accept ${'all '.repeat(13)}`.trim())).toBe('accept')
  expect(actOf(`Accept ${'all '.repeat(15)}`.trim())).toBeUndefined()
})

test('any text can be a label', () => {
  fc.assert(fc.property(anyText(), text => void actOf(text)))
})

test.each([
  'We use cookies.',
  '이 사이트는 쿠키를 사용합니다.',
  '행태정보를 수집하여 맞춤형 광고에 이용합니다.',
  '当サイトではクッキーを使用しています。',
  '利用者情報の外部送信について',
  'Wir brauchen Ihre Einwilligung.',
])('“%s” is about consent', text => {
  expect(isAboutConsent(text)).toBe(true)
})

test.each(['Subscribe to our newsletter', '장바구니에 담기', '購入手続きへ進む'])(
  '“%s” is not about consent',
  text => {
    expect(isAboutConsent(text)).toBe(false)
  },
)
