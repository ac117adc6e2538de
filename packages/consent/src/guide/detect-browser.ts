import { quietly } from '../shared/errors.ts'

/** An app that shows pages in a WebView; `in-app` stands for an app without an id of its own. */
type AppId = 'naver-app' | 'kakaotalk' | 'line' | 'instagram' | 'facebook' | 'in-app'

/** A browser that the guide distinguishes; `other` for any other. */
export type BrowserId =
  | `${'chrome' | 'edge' | 'firefox'}${'' | '-android' | '-ios'}`
  | `safari${'' | '-ios'}`
  | ('samsung' | 'whale' | 'opera' | 'brave' | 'vivaldi' | 'duckduckgo' | 'ie')
  | AppId
  | 'other'

/** The platforms on which the menus of a browser differ. */
export type Platform = 'android' | 'ios' | 'desktop'

/** The parts of `navigator` that the guide takes. Only `userAgent` is required. */
export interface NavigatorLike {
  readonly userAgent: string
  readonly maxTouchPoints?: number | undefined
  readonly userAgentData?:
    | {
        readonly brands?: readonly { readonly brand: string }[] | null | undefined
        readonly platform?: string | undefined
      }
    | undefined
  /** An object that only the browser Brave defines. */
  readonly brave?: unknown
}

/** Matches the ids that get a suffix on Android and iOS, where these browsers have other menus. */
export const BY_DEVICE: RegExp = /^(chrome|edge|firefox|safari)$/

/** The most characters to read: known user agents and brands have fewer than 600. */
const LONGEST = 1024

/**
 * Matches the brands of Chromium and of browsers with an id here, and Chromium's invented brand.
 *
 * @see https://wicg.github.io/ua-client-hints/#grease
 */
const KNOWN_BRANDS =
  /^(Chromium|Google Chrome|Microsoft Edge|Opera.*|Samsung Internet|Whale|Brave.*|Vivaldi|DuckDuckGo|.*Not.A.Brand)$/

/**
 * Returns the text that patterns match: `Touch`, `Brave`, the platform, the brands in the form of
 * a user agent, then the user agent. An unknown brand becomes `; wv`, as in an Android WebView. A
 * run of spaces and `+` becomes one space, because some proxies and logs write `+` for a space.
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

/** Returns the platform of the browser; `desktop` if it is unknown or cannot be read. */
// An iPad may send the user agent of a Macintosh, but only the iPad has a touch screen. HiPad and
// MiPad are Android.
export const detectPlatform = (navigator: NavigatorLike): Platform => {
  const text = readNavigator(navigator)
  if (/\biP(hone|ad|od)\b|[rxgP]iOS\/|^Touch .*Macintosh/.test(text)) return 'ios'
  return /Android/.test(text) ? 'android' : 'desktop'
}

/** Returns the number after `Version/`: of Safari, the major version, on iOS also the system's. */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined

/**
 * The pattern of each browser. The first match counts: a user agent also names the engine, and the
 * browsers on which its browser is based.
 *
 * - NAVER is before Whale, because its Android engine called itself `Whale/1.0.0.0 Crosswalk/…`.
 * - Chrome, Edge, Firefox and Safari mostly match up to the end, because an app that appends its
 *   own name has other menus. Other apps write their name into the comment about the system, as in
 *   `Toss/5.120.0`. A version behind `Build/` is no such name.
 * - Samsung Internet is `other` on Windows. The Go edition of it is a WebView, so `in-app`.
 *
 * @see https://github.com/nielsbasjes/yauaa for names in the comment about the system
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

/** Matches the end of the user agent of browsers on iOS, which most WebViews of apps lack. */
const BROWSER_ON_IOS = /(Safari|EdgiOS|Version)\/[\w.]+$/

/** Returns the id of the browser; `other` if it is unknown or cannot be read. Never throws. */
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
