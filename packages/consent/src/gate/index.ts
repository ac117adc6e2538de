export { blockedMarkup } from './blocked-markup.ts'
export { addFacts } from './google/add-facts.ts'
export { blockGoogle } from './google/block-google.ts'
export type { ConsentModeOptions, ConsentSignal } from './google/consent-mode.ts'
export { type FirebaseAnalyticsOptions, firebaseAnalytics } from './google/firebase-analytics.ts'
export { type GoogleAdsOptions, googleAds } from './google/google-ads.ts'
export { type GoogleAnalyticsOptions, googleAnalytics } from './google/google-analytics.ts'
export type { GoogleTagOptions } from './google/google-tag.ts'
export { type GoogleTagManagerOptions, googleTagManager } from './google/google-tag-manager.ts'
export { type ScriptOptions, script } from './script.ts'
export {
  type DeclaredOptions,
  gated,
  type Optional,
  type ServiceOptions,
  service,
} from './service.ts'
