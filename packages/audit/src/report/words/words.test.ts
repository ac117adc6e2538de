import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../../test/support/sample-seen.ts'
import { judge } from '../../judge/judge.ts'
import { reasonOf, sentenceOf } from '../sentences.ts'
import type { Language } from './words-of.ts'
import { LANGUAGES, wordsOf } from './words-of.ts'

const { findings } = judge(sampleSeen(''), SAMPLE_INVENTORY)
const sentence = (rule: string, language: Language) => {
  const found = findings.find(one => one.rule === rule && one.outcome === 'fails')
  if (!found) throw new Error(`${rule} does not fail`)
  return sentenceOf(found, wordsOf(language))
}

test.each<[language: Language, text: string]>([
  [
    'en',
    'A request to Naver Analytics was made after the visitor had refused (held by the audit, not sent).',
  ],
  [
    'ko',
    '이용자가 거부한 후에 Naver Analytics 측으로 요청이 발생하였습니다(차단되어 외부로 전송되지 않음).',
  ],
  [
    'ja',
    '利用者が拒否した後に、Naver Analyticsへのリクエストが発生しました（遮断済み、外部には未送信）。',
  ],
])('says in %s that a held request was made, and not that it was sent', (language, text) => {
  expect(sentence('no-contact-after-refusal', language)).toBe(text)
})

test.each(LANGUAGES)('says in %s how many scripts were fetched, and nothing if live', language => {
  const { held } = wordsOf(language)
  const text = sentence('no-contact-before-choice', language)
  expect(text).toContain(
    held.butScripts.replace('{n:script|scripts}', 'script').replace('{n}', '1'),
  )
  const [found] = findings.filter(({ rule }) => rule === 'no-contact-after-refusal')
  const evidence = found?.evidence.map(one =>
    one.kind === 'request' ? { ...one, request: { ...one.request, isHeld: false } } : one,
  )
  if (!found || !evidence) throw new Error('the sample has no such finding')
  const live = sentenceOf({ ...found, evidence }, wordsOf(language))
  expect(live).not.toContain(held.all)
})

test('says of a refusal that the banner or the settings did not close, and of each visit what it is', () => {
  expect(reasonOf('stays', ['refuse'], wordsOf('en'))).toBe(
    'The visitor refused, but the banner or the settings did not close.',
  )
  expect(reasonOf('stays', ['accept'], wordsOf('en'))).toBe(
    'The visitor answered, but the banner or the settings did not close.',
  )
  expect(wordsOf('en').before.refuse).toBe('before any choice, in the visit that later refuses')
})

test('uses the terms of Korean and Japanese reports', () => {
  const [ko, ja] = [wordsOf('ko'), wordsOf('ja')]
  expect(ko.title).toBe('동의 처리 점검 보고서')
  expect([ko.evidence.lifetime, ko.stored.lifetime]).toEqual(['유효 기간', '유효 기간'])
  expect(ko.conditions.inventory).toBe('사이트의 수집 항목 명세(inventory)')
  expect(ja.conditions.inventory).toBe('サイトの収集項目一覧（inventory）')
  expect(ja.headings.contacts).toBe('外部送信先')
  // One word for one thing.
  expect(JSON.stringify(ko)).not.toMatch(/보유 기간|수집 목록|방문자|보류|감사/)
  expect(JSON.stringify(ja)).not.toMatch(/収集一覧|訪問者|保留/)
})
