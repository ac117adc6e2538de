/** The items that services collect which attributes of the script tag can start, for the banner. */
export const BANNER_ITEMS = {
  'Google Analytics': ['pages', 'clicks', 'time', 'region', 'browser', 'device', 'cookie-id'],
  'Google Tag Manager': ['pages', 'time', 'browser', 'address', 'tags'],
} as const

/** The cookies that the banner names. */
export const BANNER_COOKIES = { 'Google Analytics': ['_ga', '_ga_*'] } as const
