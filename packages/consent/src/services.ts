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
export { hotjar } from './services/hotjar.ts'
export { type KakaoPixelOptions, kakaoPixel } from './services/kakao-pixel.ts'
export { type LineTagOptions, lineTag } from './services/line-tag.ts'
export { metaPixel } from './services/meta-pixel.ts'
export { naverAnalytics } from './services/naver-analytics.ts'
export type { IdOptions, PresetOptions } from './services/preset.ts'
export { type SentryReplayOptions, sentryReplay } from './services/sentry-replay.ts'
export { type SessionOptions, session } from './services/session.ts'
export { vimeo } from './services/vimeo.ts'
export { type YahooTagOptions, yahooTag } from './services/yahoo-tag.ts'
export { youtube } from './services/youtube.ts'
