import type { Service } from '../../core/index.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADS_THIRD_PARTY,
  ADSENSE_COOKIES,
  ADSENSE_HOSTS,
} from '../../inventory/google-rules.ts'
import { ADS } from '../../options/forms.ts'
import { googleTag } from './google-tag.ts'
import type { GoogleTagOptions } from './google-tag-options.ts'

/** What the tag of Google Ads stores on the site's host. AdSense stores none of it. */
const ADS_STORED = { cookies: ADS_COOKIES, storage: ADS_STORAGE }

/** The options of `googleAds`. `id` is `AW-…` for Google Ads or `ca-pub-…` for AdSense. */
export type GoogleAdsOptions = Omit<GoogleTagOptions, 'server'>

/**
 * Creates the service for Google Ads or AdSense. The tag is blocked until the grant, and its
 * requests after a withdrawal. By default the service's category grants the three advertising
 * signals.
 *
 * ```ts
 * categories: { marketing: { services: [googleAds({ id: 'AW-123456789' })] } }
 * ```
 *
 * @throws ConsentError if the id or the name of the data layer is invalid, in development. In
 *   production the consent then grants no category, and Google's tags are blocked.
 */
export const googleAds = (options: GoogleAdsOptions): Service<'Google Ads'> =>
  googleTag('Google Ads', 'ads', ADS, options, ({ id }) => ({
    kind: 'ads',
    hosts: [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com'],
    ...(/^ca/.test(id)
      ? { cookies: [...ADSENSE_COOKIES, ...ADS_THIRD_PARTY], shared: [ADS_STORED] }
      : {
          ...ADS_STORED,
          cookies: [...ADS_COOKIES, ...ADS_THIRD_PARTY],
          shared: [{ cookies: ADSENSE_COOKIES }],
        }),
  }))
