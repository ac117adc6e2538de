import { type OwnLanguage, ownLanguage } from '../shared/languages.ts'

/** Loaders of the sentence that `loadWithoutGrant` returns, one file for each language. */
const FILES = {
  en: () => import('./words/without-grant.en.ts'),
  ko: () => import('./words/without-grant.ko.ts'),
  ja: () => import('./words/without-grant.ja.ts'),
} satisfies Record<OwnLanguage, () => Promise<unknown>>

/**
 * Loads the sentence about services that send data without a grant, in one of our languages, or in
 * English. No attribute of the script tag can start such a service.
 */
export const loadWithoutGrant = async (language: string): Promise<string> =>
  (await FILES[ownLanguage(language)]()).withoutGrant
