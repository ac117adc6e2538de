import { type BrowserId, BY_DEVICE } from './browser-id.ts'
import { detectPlatform } from './detect-platform.ts'
import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/**
 * The pattern of each browser. The first match counts: the user agent of an app also names the
 * app's browser engine, and the user agent of a browser also names the browsers on which it is
 * based.
 *
 * - NAVER is before Whale, because NAVER's Android engine called itself `Whale/1.0.0.0
 *   Crosswalk/…`.
 * - Chrome, Edge, Firefox and Safari must match up to the end of the text, because an app that
 *   appends its own name has other menus. Other apps and browsers write their name and version into
 *   the comment about the system, as in `Toss/5.120.0`. A version behind `Build/` is not such a
 *   name.
 * - The guide has no row for Samsung Internet on Windows, which is `other`. The Go edition of
 *   Samsung Internet is a WebView, and so `in-app`.
 * - A list of brands that has only Chromium and an invented brand matches no browser, so the user
 *   agent decides.
 *
 * @see https://github.com/nielsbasjes/yauaa for names that apps write into the comment about the
 *   system
 */
const TOKENS: Readonly<Partial<Record<BrowserId, RegExp>>> = {
  kakaotalk: /KAKAOTALK/,
  'naver-app': /NAVER\(inapp/,
  line: /\bLine\//,
  instagram: /Instagram/,
  facebook: /FB(A[NV]|_IAB)|MetaIAB(?! T)/,
  whale: /\bWhale\//,
  vivaldi: /Viv(aldi|aiOS)?\//,
  opera: /\bOP(R|T|X|iOS)\/|Opera/,
  brave: /\b[Bb]rave\b/,
  duckduckgo: /DuckDuckGo\/|\bDdg\//,
  ie: /MSIE \d|Trident\//,
  'in-app':
    /; wv|WebView|Version\/[\d.]+ Chrome\/|GSA\/|5.0 \([^)]*([^d]\/\d+\.|Ghostery|Valve |GOST)|Win.*Samsung/,
  samsung: /Samsung Internet\/|Gecko\)? (Version\/4.0 )?SamsungBrowser\//,
  edge: /\bEdg(e|A)?\/[\d.]+( \(.*)?$|EdgiOS\/|Microsoft Edge\//,
  firefox: /(Firefox|Shiretoko|Minefield)\/[\w.]+( \(.*)?$|FxiOS\//,
  chrome: /Gecko\)? (CriOS\/|Chrome\/[\d.]+( Mobile)? Safari\/[\d.]+$)/,
  safari:
    /^\D*Mozilla\/5.0 \((Mac|iP|Win)[^)]*\) AppleWebKit\/\S+ \(KHTML,? like Gecko\) (Version\/[\w.,]+ )?(Mobile\/\w+ )?Safari\/[\w.]+$/,
}

/** Matches the end of the user agent of browsers on iOS. The WebViews of apps do not match. */
const BROWSER_ON_IOS = /(Safari|EdgiOS|Version)\/[\w.]+$/

/**
 * Returns the id of the browser. The text that the patterns are matched with has the brands, if
 * any, and the user agent.
 *
 * @returns `other` if the browser is unknown or `navigator` cannot be read. Never throws.
 */
export const detectBrowser = (navigator: NavigatorLike): BrowserId => {
  const text = readNavigator(navigator)
  const platform = detectPlatform(navigator)
  const isView = platform === 'ios' && !BROWSER_ON_IOS.test(text)
  const known = Object.keys(TOKENS) as BrowserId[]
  const browser = known.find(id => TOKENS[id]?.test(text) || (isView && id === 'in-app')) ?? 'other'
  const id = `${browser}-${platform}`
  if (/^(in-app-desktop|safari-android)$/.test(id)) return 'other'
  return BY_DEVICE.test(browser) && platform !== 'desktop' ? (id as BrowserId) : browser
}
