import type { Shape } from './own-host-shapes.ts'

const COMPANY = 'Google LLC'
const ANALYTICS = 'Google Analytics'
const MANAGER = 'Google Tag Manager'
const ADS = 'Google Ads'

/**
 * Google's services, and the ids that Google gives to their tags. Most ids count only if they have
 * a letter: `G-12345678` can be the number of an article.
 */
const IDS: readonly (readonly [service: string, id: RegExp])[] = [
  [ANALYTICS, /^(G-(?=\d*[A-Z])[A-Z\d]{8,12}|GT-(?=\d*[A-Z])[A-Z\d]{6,12})$/],
  [ADS, /^(AW-\d{9,12}|MC-(?=\d*[A-Z])[A-Z\d]{8,12})$/],
  [MANAGER, /^GTM-(?=\d*[A-Z])[A-Z\d]{5,9}$/],
]

/**
 * The shapes of a server of the site's own (`server_container_url`), which keeps the paths of
 * Google's hosts.
 *
 * @see https://developers.google.com/tag-platform/tag-manager/server-side/send-data
 * @see https://developers.google.com/tag-platform/tag-manager/server-side/dependency-serving
 */
const OF_SERVER: readonly Omit<Shape, 'company'>[] = [
  { name: ANALYTICS, path: /\/g\/(s\/)?collect$/, parameters: { v: /^2$/, tid: /^[A-Z]+-\w+$/ } },
  {
    name: ANALYTICS,
    path: /\/([jr]\/)?collect$/,
    parameters: { v: /^\d$/, tid: /^(UA-\d+-\d+|G-\w+)$/ },
  },
  { name: ADS, path: /\/ccm\/(s\/)?(collect|conversion)(\/|$)/, parameters: {} },
  {
    name: ADS,
    path: /\/pagead\/(1p-|viewthrough)?(conversion|user-list|form-data|regclk|landing)(\/|$)/,
    parameters: {},
  },
  { name: MANAGER, path: /\/gtm\.js$/, parameters: { id: /^GTM-\w+$/ }, isScript: true },
  { name: MANAGER, path: /\/ns\.html$/, parameters: { id: /^GTM-\w+$/ } },
  {
    name: ANALYTICS,
    path: /\/gtag\/(js|destination)$/,
    parameters: { id: /^(G|GT|UA)-[\w-]+$/ },
    isScript: true,
  },
  { name: ADS, path: /\/gtag\/(js|destination)$/, parameters: { id: /^\w+-/ }, isScript: true },
]

/** Parameters that tell a hit of Google's tags: the tag's version, and the state of consent. */
const HIT = { gtm: /^4\w{4}/, gcd: /^1\w{6}/ }

/**
 * The shapes of Google's tag gateway, which has script and hits on one path of the site. The paths
 * of the hits are short and change, but hits name the tag, or the tag's version and the state of
 * consent. The script's path ends in a slash, or is the file of WordPress' Site Kit.
 *
 * @see https://developers.google.com/tag-platform/tag-manager/gateway
 */
const OF_GATEWAY: readonly Omit<Shape, 'company'>[] = [
  ...IDS.flatMap(([name, id]) => [
    { name, path: /^/, parameters: { v: /^2$/, tid: id } },
    {
      ...{ name, path: /(\/|\/gtg\/measurement\.php)$/, parameters: { id } },
      ...{ resources: ['script'], isScript: true },
    },
  ]),
  { name: ADS, path: /\/(rul|ccm|pagead)\//, parameters: HIT },
  { name: ANALYTICS, path: /^/, parameters: HIT },
  {
    name: ANALYTICS,
    path: /\/_\/service_worker\/\w+\/sw_iframe\.html$/,
    parameters: {},
  },
]

/** The shapes of addresses of Google's tags, on any host. */
export const GOOGLE_SHAPES: readonly Shape[] = [...OF_SERVER, ...OF_GATEWAY].map(shape => ({
  ...shape,
  company: COMPANY,
}))
