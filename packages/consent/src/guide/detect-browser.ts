import { quietly } from '../shared/errors.ts'

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

/** The platforms on which the menus of a browser differ. */
export type Platform = 'android' | 'ios' | 'desktop'

/** The parts of `navigator` that the guide reads. Only the user agent is required. */
export interface NavigatorLike {
  readonly userAgent: string
  readonly maxTouchPoints?: number | undefined
  readonly userAgentData?:
    | {
        readonly brands?: readonly { readonly brand: string }[] | null | undefined
        readonly platform?: string | undefined
        readonly mobile?: boolean | undefined
      }
    | undefined
  /** An object that only the browser Brave defines. */
  readonly brave?: unknown
}

/** Matches browsers that have other menus, and so an id with a suffix, on phones. */
export const BY_DEVICE: RegExp = /^(chrome|edge|firefox|safari)$/

/**
 * The pattern of each browser. The first match counts: the user agent of an app also names the
 * app's browser engine, and the user agent of a browser also names the browsers on which it is
 * based.
 *
 * - NAVER is before Whale, because NAVER's Android engine called itself `Whale/1.0.0.0
 *   Crosswalk/…`.
 * - Chrome, Edge, Firefox and Safari must match up to the end of the text, because an app that
 *   appends its own name has other menus. Other apps and browsers write their name and version into
 *   the comment about the system, as in `Toss/5.120.0`. A version behind `Build/` is no such name.
 * - The guide has no row for Samsung Internet on Windows, which is `other`. The Go edition of
 *   Samsung Internet is a WebView, and so `in-app`.
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
 * Returns the id of the browser.
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

/**
 * Returns the platform of the browser. An iPad may send the user agent of a Macintosh, but only the
 * iPad has a touch screen. HiPad and MiPad are Android tablets.
 *
 * @returns `desktop` if the platform is unknown or `navigator` cannot be read. Never throws.
 */
export const detectPlatform = (navigator: NavigatorLike): Platform => {
  const text = readNavigator(navigator)
  if (/\biP(hone|ad|od)\b|[rxgP]iOS\/|^Touch .*Macintosh/.test(text)) return 'ios'
  return /Android/.test(text) ? 'android' : 'desktop'
}

/**
 * Returns the major version that the user agent has behind `Version/`. In Safari on iOS this is
 * also the major version of iOS, whose true version user agents no longer have.
 *
 * @returns `undefined` if the user agent has no `Version/`. Never throws.
 */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined

/** The number of characters to read. Real user agents and brands have fewer than 600. */
const LONGEST = 1024

/**
 * Matches three kinds of brands: those of browsers with an id in the guide, Chromium, and the
 * invented brand that browsers add to every list. Edge's WebView2 lists "Microsoft Edge" and its
 * own brand.
 *
 * @see https://wicg.github.io/ua-client-hints/#grease
 */
const KNOWN_BRANDS =
  /^(Chromium|Google Chrome|Microsoft Edge|Opera.*|Samsung Internet|Whale|Brave.*|Vivaldi|DuckDuckGo|.*Not.A.Brand)$/

/**
 * Returns the text that is matched: `Touch`, `Brave` and the platform where they apply, the brands
 * in the form of a user agent, then the user agent. An unknown brand is `; wv`, as in an Android
 * WebView. A run of spaces and `+` is one space, because some proxies and logs change spaces so.
 *
 * @returns An empty text if `navigator` cannot be read.
 */
export const readNavigator = (navigator: NavigatorLike): string =>
  quietly(() => {
    const { userAgent, maxTouchPoints = 0, userAgentData, brave } = navigator
    const { brands, platform } = userAgentData ?? {}
    return [
      maxTouchPoints > 1 ? 'Touch' : '',
      brave && 'Brave',
      platform,
      ...(brands ?? []).map(({ brand }) => (KNOWN_BRANDS.test(brand) ? `${brand}/` : '; wv')),
      userAgent,
    ]
      .join(' ')
      .slice(0, LONGEST)
      .replace(/[+\s]+/g, ' ')
      .trim()
  }) ?? ''
