/** A browser that the guide tells apart; `other` is any that it does not know. */
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
  | 'other'

/** Those that have other menus, and another id, on phones: the bare id is the desktop's. */
export const BY_DEVICE: RegExp = /^(chrome|edge|firefox|safari)$/
