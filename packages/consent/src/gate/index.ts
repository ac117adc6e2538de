export type { ConsentModeOptions, ConsentSignal } from './google/consent-mode.ts'
export { type FirebaseAnalyticsOptions, firebaseAnalytics } from './google/firebase-analytics.ts'
export { type GoogleAdsOptions, googleAds } from './google/google-ads.ts'
export { type GoogleAnalyticsOptions, googleAnalytics } from './google/google-analytics.ts'
export { addFacts, blockGoogle, type GoogleTagOptions } from './google/google-tag.ts'
export { type GoogleTagManagerOptions, googleTagManager } from './google/google-tag-manager.ts'
export { type ScriptOptions, script } from './script.ts'
export {
  blockedMarkup,
  type CategoryOrReason,
  gatedService,
  type ServiceOptions,
  service,
} from './service.ts'
