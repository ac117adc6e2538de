import type { AnyConsent } from '../../core/index.ts'
import { type OwnLanguage, ownLanguage } from '../../shared/languages.ts'
import { quietly } from '../../shared/quietly.ts'
import { isOpened } from './is-opened.ts'

/** The questions for `confirm()` if the view cannot be loaded. */
const QUESTIONS: Readonly<Record<OwnLanguage, readonly [accept: string, reject: string]>> = {
  en: ['Accept cookies?', 'Reject cookies?'],
  ko: ['쿠키 허용?', '쿠키 거부?'],
  ja: ['Cookieを許可？', 'Cookieを拒否？'],
}

/**
 * Asks the visitor with the browser's `confirm()`. Called if the visitor has opened the preferences
 * or the guide and the view cannot be loaded, drawn or seen. If nothing is granted, asks whether to
 * accept all, otherwise whether to reject all. OK records this answer, Cancel records nothing. Does
 * not ask a visitor under 14.
 */
export const askPlainly = (consent: AnyConsent): void => {
  if (!isOpened(consent.$view.get())) return
  consent.close()
  const { language, status, granted } = consent.$state.get()
  if (status === 'restricted') return
  const isAnyGranted = Object.values(granted).includes(true)
  // If `confirm` throws, that counts as Cancel.
  if (!quietly(() => confirm(QUESTIONS[ownLanguage(language)][+isAnyGranted]))) return
  const answer = isAnyGranted ? consent.rejectAll : consent.acceptAll
  // Only a person can answer the browser's question.
  answer({ event: { isTrusted: true }, surface: 'preferences' })
}
