import { text as enBanner } from '../../../../../packages/consent/src/words/en/banner.ts'
import {
  text as enRecord,
  type RecordText,
} from '../../../../../packages/consent/src/words/en/record.ts'
import { text as jaBanner } from '../../../../../packages/consent/src/words/ja/banner.ts'
import { text as jaRecord } from '../../../../../packages/consent/src/words/ja/record.ts'
import { text as koBanner } from '../../../../../packages/consent/src/words/ko/banner.ts'
import { text as koRecord } from '../../../../../packages/consent/src/words/ko/record.ts'
import { en, type ScreenWords } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'

/** The languages of the screen. */
export const LANGUAGES = ['en', 'ko', 'ja'] as const

export type Language = (typeof LANGUAGES)[number]

/** The words of one language: the screen's, and those in which visitors read their own record. */
export interface Words extends ScreenWords {
  readonly record: RecordText
  /** Names of the usual purposes, by category. */
  readonly purposes: Readonly<Record<string, string>>
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: { ...en, record: enRecord, purposes: enBanner.purposes },
  ko: { ...ko, record: koRecord, purposes: koBanner.purposes },
  ja: { ...ja, record: jaRecord, purposes: jaBanner.purposes },
}

/** Returns the words of the screen in a language. */
export const wordsOf = (language: Language): Words => WORDS[language]
