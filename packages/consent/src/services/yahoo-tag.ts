import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { addScript, type PresetOptions, preset } from './preset.ts'

/** The options of `yahooTag`. */
export interface YahooTagOptions extends PresetOptions {
  /** The id for search ads, `yahoo_ss_retargeting_id`. @default no retargeting by search ads */
  readonly searchId?: string | undefined
  /** The id for display ads, `yahoo_retargeting_id`. @default no retargeting by display ads */
  readonly displayId?: string | undefined
}

const NAME = 'Yahoo! JAPAN Ads'

/** The globals of the vendor's snippet. */
interface YahooPage {
  /** The calls: a list until the script runs, then the script's own object. */
  yjDataLayer: unknown[]
  ytag: (...call: readonly unknown[]) => void
}

/** Returns the preset of Yahoo! JAPAN Ads, from which `yahooTag` creates the service. */
export const declareYahooTag = (options?: YahooTagOptions): Preset<typeof NAME> => {
  const { searchId, displayId } = Object(options) as YahooTagOptions
  const wrong = [searchId, displayId].find(
    // The forms of the ids on public pages.
    (id, at) => id !== undefined && !(at ? /^[A-Z\d]{6,20}$/ : /^\d{6,15}$/).test(id),
  )
  let isAdded = false
  return {
    ...preset(options, {
      name: NAME,
      // The first by path: its host serves what all pages of Yahoo! JAPAN show.
      addresses: [
        's.yimg.jp/images/listing/tool/cv',
        ...['b90.yahoo.co.jp', 'b91.yahoo.co.jp', 'b92.yahoo.co.jp', 'b97.yahoo.co.jp'],
      ],
      cookies: [
        ...['_ycl_yjad', '_ycl_*', '_ts_yjad', '_yjsu_yjad', '_yjr_yjad'],
        ...['_ly_su', '_ly_c', '_ly_r'],
      ],
      storage: ['_ycl*'],
      entry: {
        facts: () => import('./entries/yahoo-tag.ts'),
        en: () => import('../words/en/services/yahoo-tag.ts'),
        ko: () => import('../words/ko/services/yahoo-tag.ts'),
        ja: () => import('../words/ja/services/yahoo-tag.ts'),
      },
      start(context) {
        const page = window as unknown as YahooPage
        page.yjDataLayer ??= []
        page.ytag ??= (...call) => page.yjDataLayer.push(call)
        // Uncovers the list's own method, see `stop`. The script would send all that has waited.
        delete (page.yjDataLayer as { push?: unknown }).push
        page.yjDataLayer.length = 0
        if (!isAdded) addScript(context, NAME, 'https://s.yimg.jp/images/listing/tool/cv/ytag.js')
        isAdded = true
        const { ytag } = page
        ytag({ type: 'ycl_cookie' })
        if (searchId)
          ytag({ type: 'yss_retargeting', config: { yahoo_ss_retargeting_id: searchId } })
        if (displayId)
          ytag({ type: 'yjad_retargeting', config: { yahoo_retargeting_id: displayId } })
      },
      // The script has no command for it, and does only what is added to its list. A script that
      // arrives later does nothing at all if the list has a `push` of its own.
      stop() {
        const page = window as unknown as YahooPage
        page.yjDataLayer.push = () => 0
      },
    }),
    id: wrong,
    isInvalid: wrong !== undefined,
  }
}

/**
 * Creates the service for Yahoo! JAPAN Ads. At a grant, and on each page while the grant lasts, the
 * service calls `ycl_cookie`, which keeps the click on an ad, and the retargeting of each id. The
 * page reports conversions by `ytag`; what the page calls before a grant is dropped. For display
 * ads, Yahoo! JAPAN's script sends an address once, so a new grant on the same page sends nothing.
 *
 * ```ts
 * categories: { marketing: { services: [yahooTag({ searchId: '1000135862', displayId: '0ZAMPTELQT' })] } }
 * ```
 *
 * @throws ConsentError if an id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const yahooTag = (options?: YahooTagOptions): Service<typeof NAME> =>
  service(declareYahooTag(options))
