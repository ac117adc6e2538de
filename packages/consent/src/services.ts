export {
  type FirebaseAnalyticsOptions,
  firebaseAnalytics,
  type GoogleAdsOptions,
  type GoogleAnalyticsOptions,
  type GoogleTagManagerOptions,
  googleAds,
  googleAnalytics,
  googleTagManager,
} from './index.ts'
export { type ChannelTalkOptions, channelTalk } from './services/channel-talk.ts'
export { type ClarityOptions, clarity } from './services/clarity.ts'
export type { IdOptions, PresetOptions } from './services/preset.ts'
export { youtube } from './services/youtube.ts'
