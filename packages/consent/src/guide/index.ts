export type { GuideRow, GuideTask, GuideText } from '../words/guide-text.ts'
export {
  type BrowserId,
  detectBrowser,
  detectPlatform,
  detectVersion,
  type NavigatorLike,
  type Platform,
} from './detect-browser.ts'
export {
  browserNames,
  type Guide,
  type GuideOptions,
  type GuideOverride,
  type GuideOverrides,
  type GuideStep,
  guideFor,
  loadGuideText,
} from './guide-for.ts'
