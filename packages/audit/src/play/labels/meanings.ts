import type { en } from './en.ts'

/**
 * What a word on a control means.
 *
 * - `consent`: a word that is both a noun and an answer, such as `consent`, 동의 and 同意.
 * - `not`: a negation, such as `without`, 안 함 and しない; `no`: an answer, such as `No` and いいえ.
 * - `fine`: an answer in a label that says little else, such as `OK`, 네 and はい.
 * - `check`: confirms or looks something up, such as 확인; an answer as the whole label alone.
 * - `cookies`: cookies, privacy or tracking, the things that a banner is about.
 * - `account`: the visitor's data or marketing, whose consent can be that of an account.
 * - `choose`: settings and the ways to reach them; `details`: details, perhaps without a choice.
 * - `update`: opens the settings from outside them, and saves inside them.
 * - `show`: shows something, so that “View consent” is no consent.
 * - `selected`: what the visitor has chosen before, such as `selection`, 선택 and 選択内容.
 * - `go`: continues or uses; `close`: closes; `or`: offers two things at once.
 * - `unclear`: leaves only a refusal clear, such as `except`, or the two meanings of 선택 쿠키.
 * - `noun`: after an answer makes it a noun, as in 동의 항목; else mostly changes nothing.
 * - `plain`: changes nothing.
 */
export type Meaning = keyof typeof en.words | 'check'

/** The words of one language, as labels of controls have them. */
export interface LabelWords {
  /** Whether blanks divide the words. Korean and Japanese are read without their blanks. */
  readonly hasBlanks: boolean
  /** Words and phrases by their meaning, divided by commas. A phrase can have two meanings. */
  readonly words: Partial<Record<Meaning, string>>
}
