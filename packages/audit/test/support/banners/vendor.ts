import { type Parts, page, script, siteOf } from '../pages.ts'
import type { Site } from '../serve-world.ts'

/** The languages of the tests' banners. */
export type Language = 'en' | 'ko' | 'ja'

/**
 * What is wrong with a page.
 *
 * - `early`: the tag runs before the choice, whatever the banner says.
 * - `second-layer`: the visitor can refuse only in the settings.
 * - `goes-on`: the tag sends hits after a withdrawal.
 * - `cookie-left`: a cookie of the tag stays after a withdrawal.
 */
export type Flaw = 'early' | 'second-layer' | 'goes-on' | 'cookie-left'

/** Parts of a page with a vendor's banner, and further files of the site. */
interface VendorParts extends Parts {
  readonly files?: Site
}

/** A vendor's banner on a site that has one tag. The banner calls `window.answered`. */
export interface Vendor {
  readonly languages: readonly Language[]
  /** The flaws that a site with this banner can have; missing if it can have each flaw. */
  readonly flaws?: readonly Flaw[]
  /** Flaws that make the page not evaluable, because the audit cannot read a control's words. */
  readonly unread?: readonly Flaw[]
  /** Returns the page; without a flaw the banner is set up well. */
  parts(language: Language, flaw?: Flaw): VendorParts
}

/** All languages of the tests. */
export const LANGUAGES: readonly Language[] = ['en', 'ko', 'ja']

/** All flaws. */
export const FLAWS: readonly Flaw[] = ['early', 'second-layer', 'goes-on', 'cookie-left']

/** The flaws of a site whose banner always has a control that refuses, or has one layer. */
export const WITHOUT_SECOND_LAYER: readonly Flaw[] = ['early', 'goes-on', 'cookie-left']

/** The address to which the tag sends hits. A table of the audit knows the host. */
const HIT = 'http://c.clarity.ms/hit'

/** The path of the site that sets the cookie of the flaw `cookie-left`. */
const COUNT = '/count'

/**
 * Returns the script of the site's only tag, and `window.answered`, which starts and stops the tag.
 * The banner calls `answered` with every answer, also with an answer of an earlier page. The tag
 * sends hits, and has a cookie `_ga`. With the flaw `cookie-left` the site's server sets a cookie
 * that no script can delete, because some banners delete all other cookies.
 */
const tag = (flaw?: Flaw): string =>
  script(`
  {
    let timer
    const send = () => fetch('${HIT}', { mode: 'no-cors', method: 'POST' })
    const start = () => {
      if (timer) return
      document.cookie = '_ga=GA1.1.1.1; path=/; max-age=600'
      ${flaw === 'cookie-left' ? `fetch('${COUNT}')` : ''}
      send()
      timer = setInterval(send, 400)
    }
    const stop = () => {
      ${flaw === 'early' ? 'return' : ''}
      document.cookie = '_ga=; path=/; max-age=0'
      ${flaw === 'goes-on' ? 'return' : ''}
      clearInterval(timer)
      timer = undefined
    }
    window.answered = isGranted => isGranted ? start() : stop()
    ${flaw === 'early' ? 'start()' : ''}
  }`)

/** The files that the tag needs. */
const TAG_FILES: Site = {
  [COUNT]: (_, response) => {
    response.writeHead(204, { 'Set-Cookie': '_ga_OWN1=1; Path=/; HttpOnly' }).end()
  },
}

/** Returns a site with a vendor's banner; without a flaw the site behaves. */
export const siteWith = (vendor: Vendor, language: Language, flaw?: Flaw): Site => {
  const { files, ...parts } = vendor.parts(language, flaw)
  return { ...siteOf(page({ ...parts, first: tag(flaw) })), ...TAG_FILES, ...files }
}
