import Vue from 'vue'
import VueI18n from 'vue-i18n'
import type { ConsoleConsent } from './lib/consent'
import { en } from './messages/en'
import { ja } from './messages/ja'
import { ko } from './messages/ko'

Vue.use(VueI18n)

export const LANGUAGES = { en: 'English', ko: '한국어', ja: '日本語' } as const
export type Language = keyof typeof LANGUAGES

export const i18n = new VueI18n({ locale: 'en', fallbackLocale: 'en', messages: { en, ko, ja } })

/**
 * Changes the language. Nothing else may change it: the console sets no `lang` on `<html>`, so only
 * this function tells the SDK the language.
 */
export const setLanguage = (language: Language, consent?: ConsoleConsent): void => {
  i18n.locale = language
  document.body.lang = language
  consent?.setLanguage(language)
}
