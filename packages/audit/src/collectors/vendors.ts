/** A collector that `third-party-web` does not list, or not in a category that collects. */
export interface Vendor {
  readonly name: string
  readonly company: string
  /** The collector's addresses, in the form of an inventory's `addresses`. */
  readonly addresses: readonly string[]
  /** The collector's category, in the words of `third-party-web`. @default 'analytics' */
  readonly kind?: string
  /** Matches paths that serve scripts but do not end in `.js`. */
  readonly scripts?: RegExp
}

/** Collectors, each with links to code or a guide that has the addresses. */
export const VENDORS: readonly Vendor[] = [
  {
    // https://github.com/naver/conversion-tracking/blob/master/docs/_pages/01_script_guide_wcstrans.md
    // https://github.com/naver/conversion-tracking/blob/master/docs/_pages/04_trans_script_test_guide.md
    name: 'Naver Analytics',
    company: 'NAVER Corp.',
    addresses: ['wcs.naver.net', 'wcs.naver.com'],
  },
  {
    // https://github.com/channel-io/channel-web-sdk-loader/blob/main/src/index.ts
    name: 'Channel Talk',
    company: 'Channel Corp.',
    addresses: ['*.channel.io'],
    kind: 'customer-success',
  },
  {
    // https://github.com/yahoojp-marketing/gtm-template-tag-global-snippet/blob/main/template.tpl
    name: 'LINE Yahoo Tag',
    company: 'LY Corporation',
    addresses: ['tag.flvcdn.net'],
    kind: 'ad',
  },
  {
    // https://github.com/microsoft/clarity-gtm-template/blob/master/template.tpl
    name: 'Microsoft Clarity',
    company: 'Microsoft Corporation',
    addresses: ['*.clarity.ms'],
    scripts: /^\/tag\//,
  },
  {
    // The vendor gives each customer a snippet with this host. The link shows one in a customer's
    // code:
    // https://github.com/kitworks-kiring/kiring-frontend/blob/4882b790497b77ce12f03e9a700051672eff2fa6/src/app/analytics.tsx
    name: 'Beusable',
    company: '4Grit Inc.',
    addresses: ['rum.beusable.net'],
    scripts: /^\/(load|script)\//,
  },
]

/**
 * Addresses, in the form of an inventory's `addresses`, of companies in `third-party-web`. These
 * addresses do not count as collectors' addresses: they serve what a page shows.
 */
export const NO_COLLECTORS: readonly string[] = [
  // The search for postal codes, which most Korean shops have.
  // https://github.com/daumPostcode/QnA/issues/732
  't1.daumcdn.net/mapjsapi',
  'ssl.daumcdn.net/dmaps',
  'dmaps.daum.net',
  'postcode.map.daum.net',
]

/**
 * Entities of `third-party-web` that do not count as collectors, because the entry of each
 * covers a whole company or a hosting service.
 *
 * @see https://github.com/patrickhulce/third-party-web/blob/master/data/entities.js
 */
export const BROAD_ENTITIES: readonly string[] = [
  'Bigcommerce',
  'IBM Tealeaf',
  'Microsoft XBox Live',
  'Salesforce.com',
]
