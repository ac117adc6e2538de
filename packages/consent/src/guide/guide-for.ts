import { quietly } from '../shared/errors.ts'
import { ownLanguage } from '../shared/languages.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { STEPS } from '../words/files.ts'
import type { GuideTask, GuideText } from '../words/guide-text.ts'
import { type BrowserId, BY_DEVICE, type Platform } from './detect-browser.ts'

/** The steps of one task in a browser. */
export interface GuideStep {
  readonly task: GuideTask
  readonly title: string
  /** The menu labels as the browser shows them. Empty if only `note` or `address` says how. */
  readonly path: readonly string[]
  readonly note?: string | undefined
  /** The address that opens the setting: text to copy, never a link. */
  readonly address?: string | undefined
}

/** The parts of a guide that a site can override. */
interface Details {
  readonly name: string
  /** General advice: for apps, for a retired browser, and if a cookie task has no known steps. */
  readonly sentence?: string | undefined
  /** The address of the settings: text to copy, never a link. */
  readonly address?: string | undefined
  /** The help page of the browser's vendor, in the language of the guide. */
  readonly help?: string | undefined
  /** The address that opens the page outside the app. */
  readonly wayOut?: string | undefined
  /** How to refuse Google Analytics on this site. */
  readonly analytics: string
  /** Address of Google's page about its opt-out add-on, if that supports this browser. */
  readonly googleOptOut?: string | undefined
  /** The day since which all steps have been compared with their sources, `YYYY-MM-DD`. */
  readonly checked: string
  /** Whether the vendor has retired the browser. */
  readonly legacy: boolean
}

/** The guide for one browser, as data to show. A missing or empty part is not shown. */
export interface Guide extends Details {
  readonly browser: BrowserId
  readonly steps: readonly GuideStep[]
}

/**
 * The texts of a site for one browser. A text replaces ours, and `''` removes ours.
 *
 * @example { help: 'https://…', tasks: { deleteAll: '☰ > Settings > Delete browsing data' } }
 */
export interface GuideOverride extends Readonly<Partial<Details>> {
  /** The steps of tasks, each written as in `GuideRow`. */
  readonly tasks?: Readonly<Partial<Record<GuideTask, string>>> | undefined
}

/** The guide texts that a site gives in place of ours, by browser. */
export type GuideOverrides = Readonly<Partial<Record<BrowserId, GuideOverride>>>

/** The options of `guideFor`. */
export interface GuideOptions {
  /** The address of the page that shows the guide. */
  readonly address: string
  /** The visitor's platform, for ids that are the same on all platforms. @default 'desktop' */
  readonly platform?: Platform | undefined
  /** From `detectVersion`: Safari's menus on iOS differ before version 18. @default 18 */
  readonly version?: number | undefined
  readonly overrides?: GuideOverrides | undefined
}

/** Addresses of cookie or privacy settings in desktop browsers, which no page can open. */
const ADDRESSES: Readonly<Record<string, string>> = {
  chrome: 'chrome://settings/cookies',
  edge: 'edge://settings/privacy/cookies',
  firefox: 'about:preferences#privacy',
  opera: 'opera://settings/cookies',
  brave: 'brave://settings/shields',
  vivaldi: 'vivaldi://settings/privacy/',
}

const IN_APP = /app$|talk|line|gram|book/

/** Matches browsers with one id on all platforms, whose menus on phones the guide does not know. */
const KNOWN_ON_DESKTOP = /^(whale|opera|brave|vivaldi|duckduckgo)$/

/**
 * Matches the tasks that accept, block or delete cookies. A guide that lacks steps for one of them
 * shows the text `general`. The guides for apps and IE show texts of their own instead.
 */
const USUAL = /^(accept|block|delete)/

/** The first iOS version that shows Safari's settings below "Apps". */
const FIRST_BELOW_APPS = 18

/** Parses the http or https address of a page; `undefined` for any other text. */
const webAddress = (address: string): URL | undefined =>
  quietly(() => {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  })

/**
 * Returns an address that opens a page outside the app, if the app or the system supports one:
 * Android accepts an `intent:` from any app; on iOS the guide knows such an address only for
 * KakaoTalk and LINE. In an `intent:`, `#` has another meaning, so only the fallback address has
 * the page's fragment.
 *
 * @see https://developer.chrome.com/docs/android/intents
 */
const wayOut = (browser: BrowserId, platform: Platform, url: URL): string | undefined => {
  const { protocol, href, search } = url
  const encoded = encodeURIComponent(href)
  if (browser === 'kakaotalk') return `kakaotalk://web/openExternal?url=${encoded}`
  if (browser === 'line') {
    if (!/[?&]openExternalBrowser=1(&|$)/.test(search))
      url.search += `${search && '&'}openExternalBrowser=1`
    return url.href
  }
  return platform === 'android'
    ? `intent${href.replace(/^\w+|#.*/g, '')}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;S.browser_fallback_url=${encoded};end`
    : undefined
}

/**
 * Returns the steps and links of a browser for tasks such as blocking and deleting cookies.
 *
 * @returns Plain data. A task that has no steps from a reliable source, no note and no settings
 *   address is left out. If a task that accepts, blocks or deletes cookies is left out, `sentence`
 *   gives general advice.
 * @example guideFor(detectBrowser(navigator), text, { address: location.href, platform:
 *   detectPlatform(navigator), version: detectVersion(navigator), })
 */
export const guideFor = (browser: BrowserId, text: GuideText, options: GuideOptions): Guide => {
  // Read only own properties, so that a property on Object.prototype has no effect.
  const address = ownProperty(options, 'address') ?? ''
  const platform = ownProperty(options, 'platform') ?? 'desktop'
  const version = ownProperty(options, 'version') ?? FIRST_BELOW_APPS
  const overrides = ownProperty(options, 'overrides') ?? {}
  const url = webAddress(address)
  const hasAddOn = BY_DEVICE.test(browser)
  const isInApp = IN_APP.test(browser)
  const isRetired = browser === 'ie'
  const isElsewhere = platform !== 'desktop' && KNOWN_ON_DESKTOP.test(browser)
  const where = `${browser} ${platform}`
  const phone = /android|samsung/.test(where) ? 'android' : /ios/.test(where) && 'ios'
  const out = url && isInApp ? wayOut(browser, platform, url) : ''
  const [name, help, ...lines] = ownProperty(text.rows, browser) ?? text.rows.other
  const { tasks = {}, ...better }: GuideOverride = Object.assign(
    Object.create(null),
    ownProperty(overrides, browser),
  )

  const steps = Object.entries(text.tasks).flatMap(([key, title], index): GuideStep[] => {
    const task = key as GuideTask
    const given = ownProperty(tasks, task)
    const known =
      task === 'advertisingId' ? phone && text[task][phone] : !isElsewhere && lines[index]
    let line = given ?? (known || (isInApp ? '' : (text.rows.other[index + 2] ?? '')))
    if (version < FIRST_BELOW_APPS && browser === 'safari-ios' && given === undefined)
      line = line.replace(/ > [^>]+ >/, ' >')
    // Of the addresses of single tasks, only this one of some Chromium browsers is known.
    const hasAddress = task === 'deleteAll' && given !== '' && !isElsewhere
    const settings =
      hasAddress && /^(chrome|edge|brave|whale)$/.test(browser)
        ? `${browser}://settings/clearBrowserData`
        : undefined
    const [path, note] = line.replace('{host}', () => url?.hostname ?? '…').split(' | ')
    return line || settings
      ? [{ task, title, path: path ? path.split(' > ') : [], note, address: settings }]
      : []
  })

  return {
    browser,
    name,
    steps,
    sentence: isRetired
      ? text.retired
      : isInApp
        ? text.inApp
        : steps.filter(({ task }) => USUAL.test(task)).length < 5
          ? text.general
          : '',
    address: isElsewhere ? '' : ownProperty(ADDRESSES, browser),
    help,
    wayOut: out,
    analytics: hasAddOn ? `${text.refuse} ${text.addOn}` : text.refuse,
    googleOptOut: hasAddOn ? `https://tools.google.com/dlpage/gaoptout?hl=${text.language}` : '',
    checked: text.checked,
    legacy: isRetired,
    ...better,
  }
}

/**
 * Returns the id and the name of each browser, for a list from which visitors choose. Apps and
 * `other` are last.
 */
export const browserNames = ({ rows }: GuideText): readonly (readonly [BrowserId, string])[] =>
  (Object.keys(rows) as BrowserId[]).map(browser => [browser, rows[browser][0]])

/**
 * Loads the texts of the guide to browsers' cookie settings, in one language. A bundler makes a
 * separate file of each language.
 *
 * ```ts
 * const guide = guideFor(detectBrowser(navigator), await loadGuideText('ko'), {
 *   address: location.href,
 * })
 * ```
 *
 * @param language A BCP 47 tag. For a language without texts, loads English.
 */
export const loadGuideText = async (language: string): Promise<GuideText> => {
  const { text } = await STEPS[ownLanguage(language)]()
  return text
}
