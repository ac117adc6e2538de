import type { NotStated, Recipient, Retention, Texts } from './declaration.ts'
import {
  ADS_HOSTS,
  ADSENSE_HOSTS,
  FIREBASE_CONFIG,
  FIREBASE_DATABASES,
  FIREBASE_INSTALLATIONS,
  GOOGLE,
  GOOGLE_HOSTS,
  TAG_HOST,
  THIRTEEN_MONTHS,
} from './google-rules.ts'
import type { InventoryService } from './inventory.ts'

/** One day, in seconds. */
const DAY = 86_400

/** An entry without words, which `describe` adds. */
export type Entry = Omit<InventoryService, 'name' | 'category' | 'retention'> & {
  readonly retention: Retention<Texts> | NotStated
  /** Whether the rule also has cookies that earlier tags set, and today's does not by itself. */
  readonly hasFormer?: boolean
}

const google = (relation: Recipient['relation']): readonly Recipient<Texts>[] => [
  {
    ...GOOGLE,
    contact: [
      '1600 Amphitheatre Parkway, Mountain View, CA 94043, USA',
      'https://support.google.com/policies/contact/general_privacy_form',
    ],
    policyUrl: 'https://policies.google.com/privacy',
    relation,
    transfer: { basis: 'consent' },
  },
]

const items = (...ids: string[]) => ids.map(id => ({ id }))

const NOTHING_STORED = { cookies: [], storage: [], databases: [] } as const

/** What the SDK knows of Google's services. A service of the same name is completed from here. */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  'Google Analytics': {
    ...NOTHING_STORED,
    recipients: google('processor'),
    collects: items('pages', 'clicks', 'time', 'region', 'browser', 'device', 'cookie-id'),
    toolKind: 'script',
    // Article 9 (4) of the privacy policy: only information that cannot identify individuals.
    identifies: false,
    // 14 months is the longest period that a site can set in Google Analytics 4.
    // https://support.google.com/analytics/answer/7667196
    retention: { seconds: 426 * DAY },
    refusal: { link: 'https://tools.google.com/dlpage/gaoptout' },
    match: GOOGLE_HOSTS,
    cookies: [
      { name: '_ga', seconds: THIRTEEN_MONTHS },
      { name: '_ga_*', seconds: THIRTEEN_MONTHS, isRenewed: true },
    ],
    hasFormer: true,
  },
  'Google Tag Manager': {
    ...NOTHING_STORED,
    recipients: google('processor'),
    collects: items('pages', 'time', 'browser', 'address', 'tags'),
    toolKind: 'script',
    identifies: false,
    // https://support.google.com/tagmanager/answer/9323295
    retention: { seconds: 14 * DAY },
    match: [TAG_HOST],
  },
  'Google Ads': {
    ...NOTHING_STORED,
    recipients: google('collects-itself'),
    collects: items('pages', 'time', 'ads', 'browser', 'device', 'address', 'cookie-id'),
    toolKind: 'script',
    // Google may connect the visit with a Google account.
    identifies: true,
    // 18 months. https://policies.google.com/technologies/retention
    retention: { seconds: 547 * DAY },
    refusal: { link: 'https://myadcenter.google.com/' },
    match: [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com'],
    // https://policies.google.com/technologies/cookies
    cookies: [
      { name: '_gcl_*', seconds: 90 * DAY },
      { name: '__gads', seconds: THIRTEEN_MONTHS },
      { name: '__gpi', seconds: THIRTEEN_MONTHS },
      { name: 'IDE', seconds: 730 * DAY, party: 'third' },
    ],
    storage: [{ name: '_gcl_ls', seconds: 'until-deleted' }],
  },
  'Firebase Analytics': {
    ...NOTHING_STORED,
    recipients: google('processor'),
    collects: items('app', 'browser', 'address', 'installation-id'),
    toolKind: 'app-sdk',
    identifies: false,
    retention: { seconds: 426 * DAY },
    match: [FIREBASE_CONFIG, FIREBASE_INSTALLATIONS],
    databases: FIREBASE_DATABASES.map(name => ({ name, seconds: 'until-deleted' })),
  },
}

/** The name under which inventories list the SDK itself. */
export const OWN_NAME = 'SpaceONE Consent'

/**
 * Returns the entry of the SDK itself, which is necessary: the cookie of the record, the history of
 * decisions, and what waits for delivery.
 *
 * @param days How long a decision counts.
 * @param historyDays How long a record is kept after it has expired.
 * @param isDelivered Whether the site has decisions delivered to an endpoint.
 */
export const ownEntry = (
  cookie: string,
  days: number,
  historyDays: number,
  isDelivered: boolean,
): Entry => {
  return {
    recipients: [],
    collects: items('choice'),
    toolKind: 'script',
    identifies: false,
    retention: { seconds: days * DAY },
    match: [],
    cookies: [{ name: cookie, seconds: days * DAY }],
    storage: [
      { name: `${cookie}.history`, seconds: (days + historyDays) * DAY },
      ...(isDelivered ? [{ name: `${cookie}.out*`, seconds: 'until-deleted' as const }] : []),
    ],
    databases: [],
  }
}
