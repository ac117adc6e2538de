import {
  ADS_HOSTS,
  ADSENSE_HOSTS,
  FIREBASE_CONFIG,
  FIREBASE_INSTALLATIONS,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-rules.ts'

/**
 * The addresses of Google's services, by the name of the service. The gate blocks further addresses
 * for a service, such as those of all tags that a container may have.
 */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'Google Analytics': GOOGLE_HOSTS,
  'Google Tag Manager': [TAG_HOST],
  'Google Ads': [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com'],
  'Firebase Analytics': [FIREBASE_CONFIG, FIREBASE_INSTALLATIONS],
}

/** Matches Google's hosts, and addresses with a query, such as `…?id=G-XXXXXXX`. */
const GOOGLES = /(^|\.)(google[\w-]*|doubleclick|merchant-center-analytics)\.|\?/

/**
 * Returns the addresses of a service for an inventory. Of a service of Google, only the site's own
 * server is added to the addresses that are known.
 */
export const addressesOf = (name: string, declared: readonly string[]): readonly string[] => {
  const known = ADDRESSES[name]
  return known
    ? [...known, ...declared.filter(one => !known.includes(one) && !GOOGLES.test(one))]
    : declared
}
