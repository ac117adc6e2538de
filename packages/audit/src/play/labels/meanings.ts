/**
 * What a word on a control means.
 *
 * - `consent`: a word that is both a noun and an answer, such as `consent`, 동의 and 同意.
 * - `not`: a negation, such as `without`, 안 함 and しない; `no`: an answer, such as `No` and いいえ.
 * - `fine`: an answer that has a meaning only as the whole label, such as `OK`, 확인 and はい.
 * - `cookies`: cookies, privacy or tracking, the things that a banner is about.
 * - `choose`: settings and the ways to reach them; `details`: the same without a promise of choices.
 * - `selected`: what the visitor has chosen before, such as `selection`, 선택 and 選択内容.
 * - `go`: continues or uses; `close`: closes; `or`: offers two things at once.
 * - `unclear`: leaves only a refusal clear, such as `except`, or the two meanings of 선택 쿠키.
 * - `plain`: changes nothing.
 */
export type Meaning =
  | 'accept'
  | 'consent'
  | 'refuse'
  | 'withdraw'
  | 'not'
  | 'no'
  | 'thanks'
  | 'necessary'
  | 'optional'
  | 'only'
  | 'all'
  | 'selected'
  | 'save'
  | 'choose'
  | 'details'
  | 'cookies'
  | 'fine'
  | 'close'
  | 'go'
  | 'or'
  | 'unclear'
  | 'plain'

/** The words of one language, as labels of controls have them. */
export interface Language {
  /** Whether blanks divide the words. Korean and Japanese labels differ in their blanks. */
  readonly hasBlanks: boolean
  /** Words and phrases by their meaning, divided by commas. A phrase can have two meanings. */
  readonly words: Partial<Record<Meaning, string>>
}
