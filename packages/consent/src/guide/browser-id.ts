/**
 * A browser that the guide distinguishes. `in-app` is the WebView of an app on Android or iOS, if
 * the app has no id here. `other` is any other browser.
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
 * Matches browsers that have other menus on phones. On phones their id has a suffix; without a
 * suffix the id is the desktop browser.
 */
export const BY_DEVICE: RegExp = /^(chrome|edge|firefox|safari)$/
