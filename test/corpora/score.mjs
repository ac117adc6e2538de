// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { readCorpus } from './read-corpus.mjs'

/**
 * For each browser id of the SDK, the names that the collections of user agents use, in lower case
 * and without words for the kind of device.
 */
const NAMES = /** @type {Record<string, readonly string[]>} */ ({
  chrome: ['chromium'],
  edge: ['microsoft edge'],
  ie: ['internet explorer'],
  samsung: ['samsung browser', 'samsung internet', 'samsungbrowser'],
  opera: ['opera mini', 'opera gx', 'opera touch', 'opera tablet'],
  duckduckgo: ['duckduckgo privacy browser', 'duckduckgo browser'],
  whale: ['whale browser', 'naver whale'],
  'naver-app': ['naver'],
  facebook: ['facebook messenger', 'facebook lite', 'facebook app', 'messenger'],
  instagram: ['instagram app'],
  line: ['line app'],
  'firefox-ios': ['firefox for'],
  'in-app': ['chrome webview', 'webview', 'uiwebview', 'safari ui/wkwebview'],
})
/** The right id by the user agent, of browsers that few collections know. */
const NAMED = /** @type {Record<string, RegExp>} */ ({
  'naver-app': /NAVER\(/,
  brave: /\bBrave\b/,
  other: /Ecosia|Honorlock/,
})
/** Systems on which menus differ, and Samsung's browser for Windows. */
const ELSEWHERE =
  /KAIOS|HbbTV|SMART-?TV|GoogleTV|Web0S|CrKey|PlayStation|Quest|Tesla|Windows.*SamsungBrowser/i
/** Words of every browser, but of no library and no device name. */
const BROWSER = /Mozilla\/|Opera/
/** Apps from Korea and Japan, which have no browser's menus. */
const APPS =
  /KAKAO|NAVER\(|\bLine\/|Daum|BAND\/|coupang|karrot|towneers|TossApp|YJApp|Y!J-APP|SmartNews/i
/** Names only a browser and its system: another label has another source. */
const PLAIN =
  /^Mozilla\/5.0 \((Windows NT|Macintosh|X11|Linux; Android)[^():/]*( Build\/[\w.-]+)?\) (AppleWebKit\/537.36 \(KHTML, like Gecko\) Chrome\/[\d.]+( Mobile)? Safari\/537.36|Gecko\/20100101 Firefox\/[\d.]+)$/
const HAS_MENUS = /^(chrome|edge|safari|firefox|samsung|whale|opera|brave|vivaldi|duckduckgo|ie)/

/**
 * Returns the SDK's browser id for a collection's label; `other` for an unknown browser.
 *
 * @param {string} label
 * @param {string} platform
 * @param {readonly string[]} known
 */
const idOf = (label, platform, known) => {
  const words = label.toLowerCase().replace(/ ?\b(mobile|ios|beta|android)\b ?/g, ' ')
  const name = words.trim()
  const id = Object.keys(NAMES).find(one => NAMES[one]?.includes(name)) ?? name
  return [label, `${id}-${platform}`, id].find(one => known.includes(one)) ?? 'other'
}

/** Says whether a browser is current: Chrome 97, Firefox 96, Safari 15.2, or newer. */
const isCurrent = (/** @type {string} */ userAgent) => {
  const [, chrome] = /(?:Chrome|CriOS)\/(\d+)/.exec(userAgent) ?? []
  const [, firefox] = /(?:Firefox|FxiOS)\/(\d+)/.exec(userAgent) ?? []
  const [, major, minor] = /Version\/(\d+)\.(\d+).*Safari/.exec(userAgent) ?? []
  if (chrome || firefox) return Number(chrome) >= 97 || Number(firefox) >= 96
  return Number(major) + Number(minor) / 100 >= 15.02
}

/**
 * Compares the id that the SDK detects with the right id, for each distinct user agent of a browser
 * in a folder of collections. The label of the collection tells the right id, unless `ELSEWHERE` or
 * `NAMED` matches the user agent.
 *
 * @param {any} guide The entry `guide` of the package.
 * @param {readonly string[]} known The browser ids of the SDK.
 * @param {string} folder
 */
export const score = (guide, known, folder) => {
  const seen = new Set()
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(ya?ml|json|ts|php)$/.test(file))
    .map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  return texts.flatMap(readCorpus).flatMap(({ label, userAgent, brands }) => {
    if (seen.has(userAgent) || !BROWSER.test(userAgent)) return []
    seen.add(userAgent)
    const navigator = { userAgent, userAgentData: { brands } }
    /** @type {string} */
    const found = guide.detectBrowser(navigator)
    const named = Object.keys(NAMED).find(name => NAMED[name]?.test(userAgent))
    const id = ELSEWHERE.test(userAgent)
      ? 'other'
      : (named ?? idOf(label, guide.detectPlatform(navigator), known))
    const isToday = id !== 'other' && isCurrent(userAgent)
    // An older browser has other menus than today's, so the general guide is right for it too.
    const needsMenus = id !== 'in-app' && isToday
    const isRight = found === id || (!needsMenus && !HAS_MENUS.test(found))
    const isMisled =
      HAS_MENUS.test(found) &&
      ((isToday && !isRight && !PLAIN.test(userAgent)) || APPS.test(userAgent))
    const line = `${label} (${id}) is ${found}: ${userAgent}`
    return { id, isRight, isToday, isMisled, line }
  })
}
