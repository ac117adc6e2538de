import { quietly } from '../shared/errors.ts'

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

/**
 * The number of characters to read. In real browsers, user agent and brands together have fewer
 * than 600 characters.
 */
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
 * Returns the text that `detectBrowser` searches, of at most 1,024 characters: `Touch`, `Brave` and
 * the platform where they apply, the brands in the form of a user agent, then the user agent. If a
 * brand is unknown, the text has `; wv`, as in the user agent of an Android WebView. Every run
 * of spaces and `+` becomes one space, because some proxies and logs change spaces in this way.
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
