/** Where Google's tags talk to, besides a server of the host's and what they are loaded from. */
export const GOOGLE_HOSTS = [
  'www.googletagmanager.com/a',
  'www.googletagmanager.com/td',
  '*.google-analytics.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
  'www.google.com/measurement',
  'www.google.*/ads',
  'pagead2.googlesyndication.com',
]

/** What Google's tags have set, from `urchin.js` on. */
export const GOOGLE_COOKIES = [
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
export const GOOGLE_STORAGE = ['_gcl_ls']
