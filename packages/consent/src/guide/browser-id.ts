/**
 * A browser that the guide distinguishes. `in-app` is the web view of an app on Android or iOS that
 * has no id here; `other` is any other browser.
 */
export type BrowserId =
  | 'chrome'
  | 'chrome-android'
  | 'chrome-ios'
  | 'edge'
  | 'edge-android'
  | 'edge-ios'
  | 'safari'
  | 'safari-ios'
  | 'firefox'
  | 'firefox-android'
  | 'firefox-ios'
  | 'samsung'
  | 'whale'
  | 'opera'
  | 'brave'
  | 'vivaldi'
  | 'duckduckgo'
  | 'ie'
  | 'naver-app'
  | 'kakaotalk'
  | 'line'
  | 'instagram'
  | 'facebook'
  | 'in-app'
  | 'other'

/**
 * Matches browsers whose menus differ on phones, where their id has a suffix. The id without a
 * suffix is the desktop browser.
 */
export const BY_DEVICE: RegExp = /^(chrome|edge|firefox|safari)$/
