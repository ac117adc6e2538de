// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { readCorpus } from './read-corpus.mjs'

/**
 * The names that the collections use for each browser id of the SDK, in lower case, without words
 * for the kind of device.
 */
const NAMES = /** @type {Record<string, readonly string[]>} */ ({
  edge: ['microsoft edge'],
  ie: ['internet explorer'],
  samsung: ['samsung browser', 'samsung internet'],
  opera: ['opera mini', 'opera gx', 'opera touch'],
  duckduckgo: ['duckduckgo privacy browser'],
  whale: ['whale browser', 'naver whale'],
  'naver-app': ['naver'],
  facebook: ['facebook messenger', 'facebook lite', 'messenger'],
  'in-app': ['chrome webview', 'safari ui/wkwebview'],
})
/** Systems on which browsers have other menus than on a computer or a phone. */
const ELSEWHERE = /KAIOS|HbbTV|SMART-?TV|Web0S|CrKey/i
/** Matches words that every browser's user agent has, and that no library's user agent and no device name has. */
const BROWSER = /Mozilla\/|Opera/
/**
 * Apps from Korea and Japan, by words in their user agents. None of them has the menus of another
 * browser.
 */
const APPS =
  /KAKAO|NAVER\(|\bLine\/|Daum|BAND\/|coupang|karrot|towneers|TossApp|YJApp|Y!J-APP|SmartNews/i
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

/**
 * Compares the browser detection with each distinct user agent in a folder of collections.
 *
 * @param {any} guide The entry `guide` of the package.
 * @param {readonly string[]} known The browser ids of the SDK.
 * @param {string} folder
 */
export const score = (guide, known, folder) => {
  /** @type {Record<string, { all: number, right: number }>} */
  const classes = {}
  /** @type {string[]} */
  const differences = []
  /** @type {string[]} */
  const misledApps = []
  const seen = new Set()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter(file => /\.(ya?ml|json|ts)$/.test(file))
    .map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  for (const { label, userAgent, brands } of texts.flatMap(readCorpus)) {
    if (seen.has(userAgent) || !BROWSER.test(userAgent)) continue
    seen.add(userAgent)
    const navigator = { userAgent, userAgentData: { brands } }
    const found = guide.detectBrowser(navigator)
    const platform = guide.detectPlatform(navigator)
    const id = ELSEWHERE.test(userAgent) ? 'other' : idOf(label, platform, known)
    const isRight = found === id || (id === 'other' && found === 'in-app')
    const { all, right } = classes[id] ?? { all: 0, right: 0 }
    classes[id] = { all: all + 1, right: right + (isRight ? 1 : 0) }
    if (!isRight) differences.push(`${label} (${id}) is ${found}: ${userAgent}`)
    if (APPS.test(userAgent) && HAS_MENUS.test(found)) misledApps.push(`${found}: ${userAgent}`)
  }
  return { classes, differences, misledApps }
}
