import type { Act } from '../../seen.ts'
import { actOfMeanings } from './act-of-meanings.ts'
import type { Meaning } from './meanings.ts'
import { readLabel } from './read-label.ts'

/** Matches texts with a word for cookies, consent, privacy or tracking. */
const TOPIC =
  /cookie|consent|privacy|tracking|personali[sz]ed ad|쿠키|개인정보|개인 정보|동의|프라이버시|행태정보|맞춤형 광고|クッキー|同意|プライバシー|トラッキング|個人情報|外部送信|datenschutz|einwilligung|confidentialité|vie privée|traceurs/i

/** The longest label of a control, in characters. A longer text counts as no label. */
const LONGEST = 60

/** Returns the meanings of a label in the first language in which they are an act, and that act. */
const read = (
  words: string,
  inSettings = false,
): { act: Act; meanings: readonly Meaning[] } | undefined => {
  if (words.length > LONGEST) return undefined
  for (const meanings of readLabel(words)) {
    const act = actOfMeanings(meanings, inSettings)
    if (act) return { act, meanings }
  }
  return undefined
}

/**
 * Returns what a control does in a banner, by its words in English, Korean, Japanese, German or
 * French; `undefined` if the words do not say it for sure.
 *
 * @param place Where the control is. In the settings that a banner has opened, a word such as OK or
 *   확인 saves; in a banner it accepts. Default: `banner`.
 */
export const actOf = (words: string, place: 'banner' | 'settings' = 'banner'): Act | undefined =>
  read(words, place === 'settings')?.act

/** Says whether a text has a word for cookies, consent, privacy or tracking. */
export const isAboutConsent = (text: string): boolean => TOPIC.test(text)

/**
 * Says whether a control anywhere on a page opens settings, by its words alone: they must say
 * cookies, consent or privacy choices. A link to a policy, or to the settings of an account or of
 * e-mails, opens none.
 */
export const opensSettings = (words: string): boolean => {
  const { act, meanings = [] } = read(words) ?? {}
  return act === 'settings' && !meanings.includes('details') && saysConsent(meanings)
}

/** Says whether a label that is read has a word such as “all”, 모두 or すべて. */
export const saysAll = (words: string): boolean =>
  readLabel(words).some(meanings => meanings.includes('all'))

/** Says whether words such as “Withdraw consent” say that a control withdraws at once. */
export const withdraws = (words: string): boolean => {
  const { act, meanings = [] } = read(words) ?? {}
  return act === 'refuse' && meanings.includes('withdraw') && saysConsent(meanings)
}

/** Says whether the words of a control say that it only closes its layer, as “Close” and 닫기 do. */
export const closes = (words: string): boolean =>
  words.length <= LONGEST &&
  (/^[x×✕✖]$/i.test(words.trim()) ||
    readLabel(words).some(
      meanings => meanings.includes('close') && meanings.every(one => CLOSING.has(one)),
    ))

/** The meanings that the words of a control that closes can have. */
const CLOSING: ReadonlySet<Meaning> = new Set([
  ...(['close', 'plain', 'noun', 'cookies', 'choose'] as const),
])

/** Says whether a label is about cookies or consent. Consent to marketing can be an account's. */
const saysConsent = (meanings: readonly Meaning[]): boolean =>
  meanings.includes('cookies') || (meanings.includes('consent') && !meanings.includes('account'))
