import { checkText, type Service } from '../../core/index.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADSENSE_COOKIES,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-names.ts'
import { type GoogleTagOptions, googleTag } from './google-tag.ts'

/** How Google Tag Manager is set up. */
export type GoogleTagManagerOptions = GoogleTagOptions

/**
 * Google Tag Manager, in basic mode unless asked otherwise: no container before the grant; after a
 * withdrawal it hears of nothing more, and what it sends to Google goes nowhere.
 *
 * Inside of the container the signals of consent mode say what is granted, and the data layer
 * variable `spaceone_consent` says it by category, with the event `spaceone_consent_update` at each
 * change.
 *
 * ```ts
 * categories: { marketing: { services: [googleTagManager({ id: 'GTM-XXXXXXX' })] } }
 * ```
 *
 * @throws ConsentError when the id is none of Tag Manager, or the server is no address.
 */
export const googleTagManager = (given: GoogleTagManagerOptions): Service<'Google Tag Manager'> => {
  const options = ownCopy(given)
  checkText('gtm', options?.id ?? '', /^GTM-[A-Z\d]+$/)
  const { id, server, loader } = options
  let isFollowing = false
  return googleTag(options, {
    name: 'Google Tag Manager',
    origin: `https://www.${TAG_HOST}`,
    script: `gtm.js?id=${id}`,
    // What a container holds nobody knows but the one who fills it.
    match: [
      `${TAG_HOST}/gtm.js`,
      `${TAG_HOST}/ns.html`,
      `${TAG_HOST}?id=${id}`,
      TAG_HOST,
      ...GOOGLE_HOSTS,
      ...ADS_HOSTS,
      ...(server ? [server] : []),
    ],
    cookies: [],
    storage: [],
    guests: {
      cookies: [...GOOGLE_COOKIES, ...ADS_COOKIES, ...ADSENSE_COOKIES],
      storage: ADS_STORAGE,
    },
    open: [],
    isSwitched: true,
    signals: [],
    analytics: 'analytics',
    configure({ consent, layer, queue, isThere }) {
      if (!isFollowing) {
        isFollowing = true
        consent.$state.subscribe(({ granted }) =>
          layer.push({ event: 'spaceone_consent_update', spaceone_consent: { ...granted } }),
        )
      }
      layer.push(...queue)
      if (loader !== 'host' && !isThere) layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })
    },
  })
}
