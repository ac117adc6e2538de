import type { Service } from '../../core/index.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADSENSE_COOKIES,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from '../../inventory/google-rules.ts'
import { GTM } from '../../options/forms.ts'
import { googleTag } from './google-tag.ts'
import type { GoogleTagOptions } from './google-tag-options.ts'

/** The options of `googleTagManager`. */
export type GoogleTagManagerOptions = GoogleTagOptions

/**
 * Creates the service for Google Tag Manager. The container is blocked until the grant. After a
 * withdrawal its requests to Google are blocked, and it gets no events of the page, unless another
 * tag that reads the same data layer is granted.
 *
 * Tags in the container can use the signals of consent mode, or the data layer variable
 * `spaceone_consent`, which says for each category whether it is granted. From the container's
 * first start on the page, the event `spaceone_consent_update` reports the state and each change.
 *
 * ```ts
 * categories: { marketing: { services: [googleTagManager({ id: 'GTM-XXXXXXX' })] } }
 * ```
 *
 * @throws ConsentError if the id, the server or the name of the data layer is invalid, in
 *   development. In production the consent then grants no category, and Google's tags are blocked.
 */
export const googleTagManager = (options: GoogleTagManagerOptions): Service<'Google Tag Manager'> =>
  googleTag('Google Tag Manager', 'gtm', GTM, options, () => ({
    kind: 'manager',
    // A container can use any of Google's tags, so all of their hosts are blocked.
    hosts: [`${TAG_HOST}/gtm.js`, `${TAG_HOST}/ns.html`, TAG_HOST, ...GOOGLE_HOSTS, ...ADS_HOSTS],
    cookies: [],
    shared: [
      { cookies: [...GOOGLE_COOKIES, ...ADS_COOKIES, ...ADSENSE_COOKIES], storage: ADS_STORAGE },
    ],
  }))
