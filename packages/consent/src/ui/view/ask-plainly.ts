import type { AnyConsent, View } from '../../core/index.ts'
import { type OwnLanguage, ownLanguage } from '../../shared/languages.ts'

/** The questions for `confirm()` if the view cannot be shown. */
const QUESTIONS: Readonly<Record<OwnLanguage, readonly [accept: string, reject: string]>> = {
  en: ['Accept cookies?', 'Reject cookies?'],
  ko: ['쿠키 허용?', '쿠키 거부?'],
  ja: ['Cookieを許可？', 'Cookieを拒否？'],
}

/** The properties of an element with `data-consent-open` that a link has, and a button has not. */
type Opener = Partial<Pick<HTMLAnchorElement, 'host' | 'href' | 'pathname'>>

let opener: Opener = {}

/** Remembers the element that opens the preferences or the guide; without one, forgets it. */
export const rememberOpener = (element: Opener | EventTarget = {}): void => {
  opener = element as Opener
}

/** Returns whether a value of `$view` stands for the preferences or the guide. */
export const isOpened = (view: View): boolean => view === 'preferences' || view === 'guide'

/**
 * If the preferences or the guide are open, closes them, and asks with the browser's `confirm()` or
 * follows the link that opened them. Called if the view cannot be loaded, drawn or seen.
 *
 * - If something is granted, asks whether to reject all: a visitor must be able to withdraw.
 * - If nothing is granted, asks whether to accept all only if there is no link to another path.
 *   Does not ask a visitor under 14.
 *
 * OK rejects or accepts all, as asked. Cancel records nothing. A link to another path is followed
 * if OK is not chosen.
 */
export const askPlainly = (consent: AnyConsent): void => {
  if (!isOpened(consent.$view.get())) return
  consent.close()
  // `javascript:void(0)` and `mailto:` have no host.
  const { host, pathname, href } = opener
  const { language: wanted, status, granted } = consent.$state.get()
  const language = ownLanguage(wanted)
  const isAnyGranted = Object.values(granted).includes(true)
  const link = host && pathname !== location.pathname && href
  const isAsked = isAnyGranted || !(link || status === 'restricted')
  if (isAsked && confirm(QUESTIONS[language][+isAnyGranted])) {
    const answer = isAnyGranted ? consent.rejectAll : consent.acceptAll
    // Only a person can answer the browser's question.
    answer({ event: { isTrusted: true }, surface: 'preferences', language })
    return
  }
  if (link) location.href = link
}
