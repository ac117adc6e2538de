import type { BannerText } from './banner/text/banner-text.ts'
import type { Language } from './languages.ts'
import type { PreferencesText } from './preferences/text/preferences-text.ts'

/** What has been loaded to draw with: always of one language. */
export interface Layers {
  readonly language: Language
  readonly text: BannerText
  /** The preferences' text, */
  readonly long: { readonly text: PreferencesText } | undefined
  /** and their code: there together or not at all. */
  readonly preferences: typeof import('./preferences/preferences.tsx') | undefined
}

/** The short texts: a file a language. */
const SHORT = {
  en: () => import('./banner/text/en.ts'),
  ko: () => import('./banner/text/ko.ts'),
  ja: () => import('./banner/text/ja.ts'),
}

/** The long texts: a file a language. */
const LONG = {
  en: () => import('./preferences/text/en.ts'),
  ko: () => import('./preferences/text/ko.ts'),
  ja: () => import('./preferences/text/ja.ts'),
}

/** Loads what the banner, or the preferences too, are drawn with. Rejects when a file is missing. */
export const loadLayers = async (language: Language, withPreferences: boolean): Promise<Layers> => {
  const [{ text }, long, preferences] = await Promise.all([
    SHORT[language](),
    withPreferences ? LONG[language]() : undefined,
    withPreferences ? import('./preferences/preferences.tsx') : undefined,
  ])
  return { language, text, long, preferences }
}
