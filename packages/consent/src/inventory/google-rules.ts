import type { Stored, Texts } from './declaration.ts'

// What `consent.js` needs to know of Google's services: hosts, cookies and storage keys, without
// words. A host also matches with `www.` before it.

/** Matches a pair of `document.cookie` with the visitor id of Google Analytics. */
export const VISITOR_ID: RegExp = /_ga=GA1\.\d+\.([\d.]+)$/

/** The host of Google's tags. */
export const TAG_HOST = 'googletagmanager.com'

/** The addresses that Google Analytics uses, besides a server of the site. */
export const GOOGLE_HOSTS: readonly string[] = [
  'googletagmanager.com/gtag',
  'googletagmanager.com/a',
  'googletagmanager.com/td',
  '*.google-analytics.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
  'google.com/measurement',
  // A hit that fails in transit is sent again to this address.
  'google.com/g/collect',
  'google.*/ads',
  // Only the paths of measurements, since AdSense has its files on the same host.
  'pagead2.googlesyndication.com/measurement',
  'pagead2.googlesyndication.com/ccm',
  'pagead2.googlesyndication.com/pagead/conversion',
  'pagead2.googlesyndication.com/pagead/gen_204?id=tcfe',
]

/** The addresses of Google Ads, which the tags of Analytics can request, too. */
export const ADS_HOSTS: readonly string[] = [
  'google.com/ccm',
  'google.com/pagead',
  'google.com/rmkt',
  'google.com/travel/flights/click/conversion',
  'pagead2.googlesyndication.com',
  'ade.googlesyndication.com',
  'adservice.google.com',
  'googleads.g.doubleclick.net',
  'ad.doubleclick.net',
  'td.doubleclick.net',
  '*.fls.doubleclick.net',
  'googleadservices.com',
  'merchant-center-analytics.goog',
]

/**
 * Matches requests in which Google's tags send data, by the tag's version and the state of
 * consent: on any host, since Google's tag gateway is on a path of the site itself.
 *
 * @see https://developers.google.com/tag-platform/tag-manager/gateway
 */
export const GOOGLE_HIT = '*?gtm=4*&gcd=1*'

/** The addresses from which AdSense loads advertisements, and Analytics nothing. */
export const ADSENSE_HOSTS: readonly string[] = [
  'pagead2.googlesyndication.com/pagead/js',
  'googleads.g.doubleclick.net/pagead/ads',
  'googleads.g.doubleclick.net/pagead/html',
]

/** The cookies of Google Analytics, and of its predecessors since `urchin.js`. */
export const GOOGLE_COOKIES: readonly string[] = [
  '_ga',
  '_ga_*',
  '_gid',
  '_gat',
  '_gat_*',
  '_gac_*',
  '_gali',
  '_gaexp',
  '__utm*',
  '_dc_gtm_*',
  'AMP_TOKEN',
  'FPID',
  'FPLC',
]

/** The cookies of Google Ads, which the tags of Analytics can set, too. */
export const ADS_COOKIES: readonly string[] = ['_gcl_*']

/** The cookies of AdSense and Ad Manager. */
export const ADSENSE_COOKIES: readonly string[] = ['__gads', '__gpi']

/** The cookies that Google Ads sets on its own host, which no page of the site can delete. */
export const ADS_THIRD_PARTY: readonly Stored<Texts>[] = [{ name: 'IDE', party: 'third' }]

/** Returns the cookies that Google Analytics sets with a `cookie_prefix`. */
export const cookiesWith = (prefix: unknown): readonly string[] =>
  typeof prefix === 'string' && prefix ? [`${prefix}_ga`, `${prefix}_ga_*`] : []

/** The `localStorage` keys of Google Ads, which the tags of Analytics can write, too. */
export const ADS_STORAGE: readonly string[] = ['_gcl_ls']

/** The host of Firebase Installations, which gives the app in this browser an id for Analytics. */
export const FIREBASE_INSTALLATIONS = 'firebaseinstallations.googleapis.com'

/** The databases of Firebase Installations. */
export const FIREBASE_DATABASES: readonly string[] = [
  'firebase-installations-database',
  'firebase-heartbeat-database',
]

/** The address of a Firebase app's web configuration, which `getAnalytics` requests first. */
export const FIREBASE_CONFIG = 'firebase.googleapis.com/v1alpha/projects/-/apps'
