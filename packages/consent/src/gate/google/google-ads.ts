import { checkText, type Service } from '../../core/index.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADSENSE_COOKIES,
  ADSENSE_HOSTS,
  TAG_HOST,
} from './google-names.ts'
import { type GoogleTagOptions, googleTag } from './google-tag.ts'

/** How Google Ads or AdSense is set up: `id` is `AW-…` of Google Ads or `ca-pub-…` of AdSense. */
export type GoogleAdsOptions = Omit<GoogleTagOptions, 'server' | 'mode'>

/** Where AdSense keeps its script. */
const ADSENSE = 'pagead2.googlesyndication.com'

/**
 * Google Ads and AdSense: no tag before the grant, blocked after a withdrawal. Grants the three
 * signals of advertising by its own category.
 *
 * ```ts
 * categories: { marketing: { services: [googleAds({ id: 'AW-123456789' })] } }
 * ```
 *
 * @throws ConsentError when the id is neither.
 */
export const googleAds = (given: GoogleAdsOptions): Service<'Google Ads'> => {
  const options = ownCopy(given)
  const { id, loader } = options ?? {}
  checkText('ads', id ?? '', /^(AW-\d+|ca-pub-\d+)$/)
  const isAdsense = id.startsWith('ca')
  return googleTag(options, {
    name: 'Google Ads',
    origin: `https://${isAdsense ? ADSENSE : `www.${TAG_HOST}`}`,
    script: isAdsense ? `pagead/js/adsbygoogle.js?client=${id}` : `gtag/js?id=${id}`,
    match: [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com', `${TAG_HOST}?id=${id}`],
    cookies: [...ADS_COOKIES, ...ADSENSE_COOKIES],
    storage: ADS_STORAGE,
    guests: {},
    open: [],
    isSwitched: false,
    signals: ['ad_storage', 'ad_user_data', 'ad_personalization'],
    analytics: undefined,
    configure({ layer, gtag, queue, isThere }) {
      if (loader !== 'host' && !isAdsense && !isThere) {
        gtag('js', new Date())
        gtag('config', id)
      }
      layer.push(...queue)
    },
  })
}
