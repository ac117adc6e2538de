// What Google's tags ask for, set and store. A host stands for its spelling with `www.`, too.

/** Where Google keeps its tags. */
export const TAG_HOST = 'googletagmanager.com'

/** Where Google Analytics talks to, besides a server of the site's. */
export const GOOGLE_HOSTS: readonly string[] = [
  `${TAG_HOST}/gtag`,
  `${TAG_HOST}/a`,
  `${TAG_HOST}/td`,
  '*.google-analytics.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
  'google.com/measurement',
  'google.*/ads',
  // Measurements alone: AdSense has its own files on this host.
  'pagead2.googlesyndication.com/measurement',
  'pagead2.googlesyndication.com/ccm',
  'pagead2.googlesyndication.com/pagead/conversion',
  'pagead2.googlesyndication.com/pagead/gen_204?id=tcfe',
]

/** Where Google Ads talks to, which either tag may bring along. */
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
  'googleadservices.com',
]

/** What AdSense loads to show advertisements: no measurement of Analytics. */
export const ADSENSE_HOSTS: readonly string[] = [
  'pagead2.googlesyndication.com/pagead/js',
  'googleads.g.doubleclick.net/pagead/ads',
  'googleads.g.doubleclick.net/pagead/html',
]

/** What Google Analytics has set, from `urchin.js` on. */
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

/** What Google Ads sets, which either tag may bring along. */
export const ADS_COOKIES: readonly string[] = ['_gcl_*']

/** What AdSense and Ad Manager set. */
export const ADSENSE_COOKIES: readonly string[] = ['__gads', '__gpi']

/** What Google Analytics sets with a `cookie_prefix`. */
export const cookiesWith = (prefix: unknown): readonly string[] =>
  typeof prefix === 'string' && prefix ? [`${prefix}_ga`, `${prefix}_ga_*`] : []

/** What Google Ads keeps in `localStorage`, which either tag may bring along. */
export const ADS_STORAGE: readonly string[] = ['_gcl_ls']
