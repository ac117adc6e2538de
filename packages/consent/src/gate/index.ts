export { type FirebaseAnalyticsOptions, firebaseAnalytics } from './google/firebase-analytics.ts'
export { type GoogleAdsOptions, googleAds } from './google/google-ads.ts'
export { type GoogleAnalyticsOptions, googleAnalytics } from './google/google-analytics.ts'
export { addFacts, blockGoogle } from './google/google-tag.ts'
export { type GoogleTagManagerOptions, googleTagManager } from './google/google-tag-manager.ts'
export type {
  ConsentModeOptions,
  ConsentSignal,
  GoogleTagOptions,
} from './google/google-tag-options.ts'
export { type ScriptOptions, script } from './script.ts'
export {
  blockedMarkup,
  type CategoryOrReason,
  gatedService,
  type Preset,
  type ServiceOptions,
  service,
} from './service.ts'
