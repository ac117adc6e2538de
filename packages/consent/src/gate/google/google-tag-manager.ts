import { checkText, type Service } from '../../core/index.ts'
import { ADS_HOSTS, GOOGLE_COOKIES, GOOGLE_HOSTS, GOOGLE_STORAGE } from './google-names.ts'
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
export const googleTagManager = (
  options: GoogleTagManagerOptions,
): Service<'Google Tag Manager'> => {
  checkText('gtm', options?.id ?? '', /^GTM-[A-Z\d]+$/)
  const { id, server, loader } = options
  let isFollowing = false
  return googleTag(options, {
    name: 'Google Tag Manager',
    script: `gtm.js?id=${id}`,
    // What a container holds nobody knows but the one who fills it.
    match: [
      'www.googletagmanager.com/gtm.js',
      'www.googletagmanager.com/ns.html',
      `www.googletagmanager.com?id=${id}`,
      ...GOOGLE_HOSTS,
      ...ADS_HOSTS,
      ...(server ? [server] : []),
    ],
    cookies: [],
    storage: [],
    guests: { cookies: GOOGLE_COOKIES, storage: GOOGLE_STORAGE },
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
