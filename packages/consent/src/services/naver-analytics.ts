import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { type IdOptions, preset, silent, useScript } from './preset.ts'

/** The globals of NAVER's script. */
interface NaverPage {
  wcs_add?: { wa?: string }
  wcs?: { inflow(): void } | undefined
  wcs_do?: () => void
}

const NAME = 'NAVER Analytics'

/** Returns the preset of NAVER Analytics, from which `naverAnalytics` creates the service. */
export const declareNaverAnalytics = (options: IdOptions): Preset<typeof NAME> => {
  /** NAVER's functions, once functions without an effect have stood in their place. */
  let kept: NaverPage | undefined
  return preset(
    options,
    {
      name: NAME,
      // The last two by path: their hosts serve other content of NAVER, too.
      addresses: [
        'wcs.naver.net',
        'wcs.naver.com',
        'nam.veta.naver.com/nac',
        'ssl.pstatic.net/melona/libs/gfp-nac-module',
      ],
      cookies: [
        '_fwb',
        'wcs_bt',
        'NA_SA',
        'NA_SAS',
        'NA_SAC',
        'NA_DA',
        'NA_MI',
        'NA_CO',
        'NA_TRIDTP',
        'NVADID',
      ],
      storage: ['NA_NACC'],
      entry: {
        facts: () => import('./entries/naver-analytics.ts'),
        en: () => import('../words/en/services/naver-analytics.ts'),
        ko: () => import('../words/ko/services/naver-analytics.ts'),
        ja: () => import('../words/ja/services/naver-analytics.ts'),
      },
      start(context) {
        const page = window as NaverPage
        const run = () => {
          page.wcs_add = { ...page.wcs_add, wa: options.id }
          page.wcs?.inflow()
          page.wcs_do?.()
        }
        Object.assign(page, kept)
        if (page.wcs_do) run()
        else useScript(context, NAME, 'https://wcs.naver.net/wcslog.js', run)
      },
      // NAVER's script has no command for it. It sends only what the page calls.
      stop() {
        const page = window as NaverPage
        const { wcs, wcs_do } = page
        if (!wcs_do) return
        kept ??= { wcs, wcs_do }
        page.wcs = silent()
        page.wcs_do = silent
      },
    },
    /^(s_)?[\da-f]{8,16}$/,
  )
}

/**
 * Creates the service for NAVER Analytics, or, with an id of NAVER's advertisements, for their
 * conversions. The service counts the page at a grant, and each page while the grant lasts. At the
 * withdrawal, functions without an effect replace NAVER's.
 *
 * ```ts
 * categories: { analytics: { services: [naverAnalytics({ id: '2e819ec0169a' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const naverAnalytics = (options: IdOptions): Service<typeof NAME> =>
  service(declareNaverAnalytics(options))
