import type { AnyConsent } from '../core/index.ts'
import { quietly } from '../shared/quietly.ts'
import { isOpened } from './is-opened.ts'

/** One sentence a language: what the browser's own question says when ours cannot be loaded. */
const QUESTIONS: Readonly<Record<string, string>> = {
  en: 'Allow optional cookies? (Cancel: refuse)',
  ko: '선택적 쿠키를 허용하시겠습니까? (취소: 거부)',
  ja: '任意のCookieを許可しますか？ (キャンセル: 拒否)',
}

/**
 * Asks by the browser's `confirm()` instead of the view: even when nothing of it can be loaded, a
 * visitor who wants to can allow, refuse and withdraw. Only one who has asked for the settings.
 */
export const askPlainly = (consent: AnyConsent): void => {
  if (!isOpened(consent.$view.get())) return
  consent.close()
  const { language, status } = consent.$state.get()
  if (status === 'restricted') return
  const question = QUESTIONS[language.slice(0, 2)] ?? `${QUESTIONS['en']}`
  const isYes = quietly(() => confirm(question))
  // Nobody could be asked: that is no answer.
  if (isYes === undefined) return
  const answer = isYes ? consent.acceptAll : consent.rejectAll
  answer({ surface: 'preferences' })
}
