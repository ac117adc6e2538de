import { firebaseAnalytics, googleAds, googleAnalytics, googleTagManager } from '@spaceone/consent'
import { type AddressPattern, addressPattern } from './address-pattern.ts'

// The SDK's services know Google's addresses and cookies. The ids are made up.
const SERVICES = [
  googleAnalytics({ id: 'G-0000000000' }),
  googleAds({ id: 'AW-0000000000' }),
  // AdSense has the name of Google Ads, and cookies of its own.
  googleAds({ id: 'ca-pub-0000000000' }),
  firebaseAnalytics(),
  // Tag Manager's rules also have the hosts of Analytics and Ads. Of equally specific patterns the
  // first one counts, so Tag Manager comes last.
  googleTagManager({ id: 'GTM-0000000' }),
]

/** One service of Google: its name, its addresses, its cookies and storage keys. */
export interface GoogleService {
  readonly name: string
  readonly patterns: readonly AddressPattern[]
  /** Names of cookies; a name that ends in `*` is a prefix. */
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
}

/** Returns the names of cookies or keys, which a service lists as names or as rows. */
export const storedNames = (
  rows: readonly (string | { readonly name: string })[],
): readonly string[] => rows.map(one => (typeof one === 'string' ? one : one.name))

/** The services of Google that the SDK knows. */
export const GOOGLE_SERVICES: readonly GoogleService[] = SERVICES.map(
  ({ name = '', addresses = [], cookies = [], storage = [] }) => ({
    name,
    patterns: addresses
      // Leaves out patterns with the made-up ids, which match no real address, and patterns of any
      // host, which `google-shapes.ts` knows more exactly.
      .filter(pattern => !/^\*\?|[?&]t?id=\w+-0+$/.test(pattern))
      .map(pattern => addressPattern(pattern)),
    cookies: storedNames(cookies),
    storage: storedNames(storage),
  }),
)
