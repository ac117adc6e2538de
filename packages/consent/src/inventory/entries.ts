import type { NotStated, Recipient, Retention, Texts } from './declaration.ts'
import {
  ADS_HOSTS,
  ADSENSE_HOSTS,
  FIREBASE_CONFIG,
  FIREBASE_INSTALLATIONS,
  GOOGLE,
  GOOGLE_HOSTS,
  type KNOWN_SERVICES,
  TAG_HOST,
} from './google-rules.ts'
import type { InventoryService } from './inventory.ts'
import { DAY } from './stored-of.ts'

/** An entry without words, which `describe` adds. */
export type Entry = Omit<
  InventoryService,
  'name' | 'category' | 'withoutGrant' | 'retention' | 'cookies' | 'storage' | 'databases'
> & {
  /** @default not stated; for the SDK itself the lifetime of its cookie */
  readonly retention?: Retention<Texts> | NotStated
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

/**
 * What the SDK knows of Google's services. A service that has the name of an entry is completed
 * from the entry.
 */
export const ENTRIES: Readonly<Record<(typeof KNOWN_SERVICES)[number], Entry>> = {
  'Google Analytics': {
    recipients: google('processor'),
    // Each event has the page's address, title and referrer, the language and the size of the
    // screen; the request has the IP address.
    // https://support.google.com/analytics/answer/9234069
    collects: items(
      ...([
        'pages',
        'title',
        'referrer',
        'clicks',
        'time',
        'region',
        'browser',
        'language',
      ] as const),
      ...(['device', 'screen', 'address', 'cookie-id'] as const),
    ),
    toolKind: 'script',
    // Article 9 (4) of SpaceONE's privacy policy: "only information that cannot identify
    // individuals is collected".
    identifies: false,
    // 14 months is the longest period for data of users. Only event data of 360 properties may be
    // kept longer. https://support.google.com/analytics/answer/7667196
    // https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1beta/DataRetentionSettings
    retention: { seconds: 426 * DAY },
    refusal: { link: 'https://tools.google.com/dlpage/gaoptout' },
    addresses: GOOGLE_HOSTS,
  },
  'Google Tag Manager': {
    recipients: google('processor'),
    // Tag Manager itself collects no address of a page.
    // https://support.google.com/tagmanager/answer/9323295
    collects: items('time', 'browser', 'address', 'tags'),
    toolKind: 'script',
    identifies: false,
    // Google deletes its logs of requests within 14 days.
    // https://support.google.com/tagmanager/answer/9323295
    retention: { seconds: 14 * DAY },
    addresses: [TAG_HOST],
  },
  'Google Ads': {
    recipients: google('collects-itself'),
    collects: items('pages', 'time', 'ads', 'browser', 'device', 'address', 'cookie-id'),
    toolKind: 'script',
    // Google may connect the visit with a Google account.
    identifies: true,
    // 18 months. https://policies.google.com/technologies/retention
    retention: { seconds: 547 * DAY },
    refusal: { link: 'https://myadcenter.google.com/' },
    addresses: [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com'],
  },
  'Firebase Analytics': {
    recipients: google('processor'),
    collects: items('app', 'browser', 'address', 'installation-id'),
    // On the web, Firebase is a script.
    toolKind: 'script',
    identifies: false,
    // A property of Google Analytics has the data of Firebase Analytics, so this is the retention
    // in the entry `Google Analytics`.
    retention: { seconds: 426 * DAY },
    addresses: [FIREBASE_CONFIG, FIREBASE_INSTALLATIONS],
  },
}

/** The name under which inventories list the SDK itself. */
export const OWN_NAME = 'SpaceONE Consent'

/** The entry of the SDK itself, which is necessary. */
export const OWN_ENTRY: Entry = {
  recipients: [],
  collects: items('choice'),
  toolKind: 'script',
  identifies: false,
  addresses: [],
}
