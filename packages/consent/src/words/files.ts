import type { OwnLanguage } from '../shared/languages.ts'
import type { PlaceholderText } from './en/placeholder.ts'
import type { PreferencesText } from './en/preferences.ts'

/** Loaders of one part's texts, by language. Bundlers need each `import()` written out. */
type Files<Texts> = Readonly<Record<OwnLanguage, () => Promise<Texts>>>

export const BANNER: Files<typeof import('./en/banner.ts')> = {
  en: () => import('./en/banner.ts'),
  ko: () => import('./ko/banner.ts'),
  ja: () => import('./ja/banner.ts'),
}

export const DETAILS: Files<typeof import('./en/details.ts')> = {
  en: () => import('./en/details.ts'),
  ko: () => import('./ko/details.ts'),
  ja: () => import('./ja/details.ts'),
}

export const PREFERENCES: Files<{ readonly text: PreferencesText }> = {
  en: () => import('./en/preferences.ts'),
  ko: () => import('./ko/preferences.ts'),
  ja: () => import('./ja/preferences.ts'),
}

export const STORED: Files<typeof import('./en/stored.ts')> = {
  en: () => import('./en/stored.ts'),
  ko: () => import('./ko/stored.ts'),
  ja: () => import('./ja/stored.ts'),
}

export const RECORD: Files<typeof import('./en/record.ts')> = {
  en: () => import('./en/record.ts'),
  ko: () => import('./ko/record.ts'),
  ja: () => import('./ja/record.ts'),
}

export const SECTIONS: Files<typeof import('./en/sections.ts')> = {
  en: () => import('./en/sections.ts'),
  ko: () => import('./ko/sections.ts'),
  ja: () => import('./ja/sections.ts'),
}

export const CHANGES: Files<typeof import('./en/changes.ts')> = {
  en: () => import('./en/changes.ts'),
  ko: () => import('./ko/changes.ts'),
  ja: () => import('./ja/changes.ts'),
}

export const PLACEHOLDER: Files<{ readonly text: PlaceholderText }> = {
  en: () => import('./en/placeholder.ts'),
  ko: () => import('./ko/placeholder.ts'),
  ja: () => import('./ja/placeholder.ts'),
}

export const GUIDE: Files<typeof import('./en/guide.ts')> = {
  en: () => import('./en/guide.ts'),
  ko: () => import('./ko/guide.ts'),
  ja: () => import('./ja/guide.ts'),
}

export const STEPS: Files<typeof import('./en/steps.ts')> = {
  en: () => import('./en/steps.ts'),
  ko: () => import('./ko/steps.ts'),
  ja: () => import('./ja/steps.ts'),
}
