import { type BrowserId, BY_DEVICE } from './browser-id.ts'
import { detectPlatform } from './detect-platform.ts'
import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/**
 * Who says so, in the order in which it counts: apps name the browser that they embed, and browsers
 * those that they descend from.
 *
 * - NAVER before Whale: its Android engine called itself `Whale/1.0.0.0 Crosswalk/…`.
 * - Chrome, Firefox and Safari only with their own ending: who adds to it has menus of his own. A
 *   WebView puts `Version/4.0` before `Chrome/`.
 * - A list of brands that holds only Chromium and filler names nobody, and so decides nothing.
 */
const TOKENS: Readonly<Partial<Record<BrowserId, RegExp>>> = {
  kakaotalk: /KAKAOTALK/,
  'naver-app': /NAVER\(inapp/,
  line: /\bLine\//,
  instagram: /Instagram/,
  facebook: /FB(A[NV]|_IAB)|MetaIAB/,
  samsung: /\) SamsungBrowser/,
  whale: /\bWhale\//,
  vivaldi: /Viva(ldi|iOS)\//,
  opera: /\bOP(R|T|X|iOS)\/|Opera/,
  brave: /\bBrave\b/,
  duckduckgo: /DuckDuckGo\/|\bDdg\//,
  edge: /\bEdg(e|A|iOS)?\//,
  ie: /MSIE |Trident\//,
  firefox: /Firefox\/[\w.]+$|FxiOS\//,
  chrome: /CriOS\/|\) Chrome\/[\d.]+( Mobile)? Safari\/[\d.]+$/,
  safari: /(Mac|iP|Windows).*Version\/[\w.]+ (Mobile\/\w+ )?Safari\/[\w.]+$/,
}

/**
 * Says which browser it is, by its brands where it has them, else by its user agent.
 *
 * @returns `other` for whatever it does not know. Never throws.
 */
export const detectBrowser = (navigator: NavigatorLike): BrowserId => {
  const text = readNavigator(navigator)
  const known = Object.keys(TOKENS) as BrowserId[]
  const browser = known.find(id => TOKENS[id]?.test(text)) ?? 'other'
  const platform = detectPlatform(navigator)
  return BY_DEVICE.test(browser) && platform !== 'desktop'
    ? (`${browser}-${platform}` as BrowserId)
    : browser
}
