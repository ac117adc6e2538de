/** Where Google Analytics talks to, besides a server of the host's. */
export const GOOGLE_HOSTS: readonly string[] = [
  'www.googletagmanager.com/gtag',
  'www.googletagmanager.com/a',
  'www.googletagmanager.com/td',
  '*.google-analytics.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
  'www.google.com/measurement',
  'www.google.*/ads',
  'pagead2.googlesyndication.com',
]

/** Where Google Ads talks to, which either tag may bring along. */
export const ADS_HOSTS: readonly string[] = [
  'www.googletagmanager.com',
  'www.google.com/ccm',
  'www.google.com/pagead',
  'www.google.com/rmkt',
  'google.com/ccm',
  'google.com/pagead',
  'googleads.g.doubleclick.net',
  'ad.doubleclick.net',
  'td.doubleclick.net',
  'www.googleadservices.com',
]

/** What Google's tags have set, from `urchin.js` on. */
export const GOOGLE_COOKIES: readonly string[] = [
  '_ga',
  '_ga_*',
  '_gid',
  '_gat',
  '_gat_*',
  '_gac_*',
  '_gcl_*',
  '__utm*',
  '_dc_gtm_*',
]

/** What Google Analytics sets with a `cookie_prefix`. */
export const cookiesWith = (prefix: unknown): readonly string[] =>
  typeof prefix === 'string' && prefix ? [`${prefix}_ga`, `${prefix}_ga_*`] : []

/** What they keep in `localStorage`. */
export const GOOGLE_STORAGE: readonly string[] = ['_gcl_ls']
