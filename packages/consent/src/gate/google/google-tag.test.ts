// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import {
  accepts,
  COLLECT,
  decides,
  ID,
  openPage,
  page,
  play,
  rejects,
  type Step,
  scripts,
  TAG,
  transcript,
  updates,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import type { Service } from '../../core/index.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { googleAds } from './google-ads.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.ts'
import { googleTagManager } from './google-tag-manager.ts'
import type { GoogleTagOptions } from './google-tag-options.ts'

useGooglePages()

const analytics = (changes: Partial<GoogleAnalyticsOptions> = {}) =>
  googleAnalytics({ id: ID, ...changes })
const manager = (changes: Partial<GoogleTagOptions> = {}) =>
  googleTagManager({ id: 'GTM-ABC123', ...changes })
const ads = (id = 'AW-123') => googleAds({ id })

const TAGS = 'https://www.googletagmanager.com'
const CONTAINER = `${TAGS}/gtm.js?id=GTM-ABC123`
const SERVER = 'https://metrics.shop.test/g'
const ADSENSE = 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js'

const onlyAnalytics = decides({ analytics: true, marketing: false })
const onlyMarketing = decides({ analytics: false, marketing: true })

test.each<[string, (value: string) => unknown, readonly string[]]>([
  [
    'ga',
    id => analytics({ id }),
    [
      ...['UA-1', 'UA-12345-1', 'g-abc', 'G-', 'G-abc', 'DISABLED', '', ' G-ABC', 'G-ABC\n'],
      ...['G-XXXXXXX', 'GT-XXXX', 'GTM-A'],
    ],
  ],
  ['gtm', id => manager({ id }), ['G-ABC123', 'GTM-', 'gtm-abc', 'GTM-ABC ', 'GTM-XXXXXXX', '']],
  ['ads', ads, ['G-1', 'AW-', 'ca-pub-', 'GTM-1', '']],
  ['ga-server', server => analytics({ server }), ['http://metrics.test', '', '/', 'https://']],
])('in development an invalid %s throws', (code, make, values) => {
  for (const value of values)
    expect(() => make(value), value).toThrow(
      expect.objectContaining({ name: 'ConsentError', code, value }),
    )
})

test('accepts valid ids and servers, and does not change the page before a service is attached', () => {
  const servers = ['http://localhost', 'http://localhost:8080', 'http://127.0.0.1/g', '/metrics']
  for (const id of [ID, 'GT-ABC123']) analytics({ id })
  for (const server of [...servers, 'https://shop.test/a-b_c/']) analytics({ server })
  for (const name of ['dataLayer', 'gtag', `ga-disable-${ID}`]) expect(name in page).toBe(false)
})

test.each<[string, Service]>([
  [TAG, analytics()],
  [`${SERVER}/gtag/js?id=${ID}`, analytics({ server: SERVER })],
  [`${TAG}&l=ga4DataLayer`, analytics({ dataLayer: 'ga4DataLayer' })],
  [CONTAINER, manager()],
  [`${SERVER}/gtm.js?id=GTM-ABC123`, manager({ server: SERVER })],
  [`${TAGS}/gtag/js?id=AW-123`, ads()],
  [`${ADSENSE}?client=ca-pub-42`, ads('ca-pub-42')],
])(
  'a tag is loaded once, at the grant of its category, async and with the nonce: %s',
  async (src, tag) => {
    const consent = openPage({ marketing: [tag], nonce: 'r4nd0m' })
    await play(consent, onlyAnalytics)
    expect(scripts()).toEqual([])
    await play(consent, onlyMarketing, rejects, accepts)
    expect('dataLayer' in page).toBe(!src.endsWith('ga4DataLayer'))
    expect(scripts()).toMatchObject([
      { src, async: true, nonce: 'r4nd0m', parentNode: document.head },
    ])
  },
)

const addressesIn = (text: string) => text.split(/\s+/).map(address => `https://${address}`)

const ADVERTISING = addressesIn(`googleads.g.doubleclick.net/pagead/viewthroughconversion/1
  googleadservices.com/pagead/conversion/1 adservice.google.com/pagead/regclk
  ade.googlesyndication.com/ddm/activity www.merchant-center-analytics.goog/mc/collect
  1234567.fls.doubleclick.net/activityi;src=1234567`)

const MEASURING = addressesIn(`region1.google-analytics.com/g/collect?v=2
  analytics.google.com/g/collect?v=2 stats.g.doubleclick.net/g/collect?v=2
  www.google.com/measurement/conversion www.google.com/ads/ga-audiences
  www.google.com/g/collect?v=2
  www.google.co.kr/ads/ga-audiences www.google.com/ccm/collect
  pagead2.googlesyndication.com/pagead
  www.googletagmanager.com/a?id=1 www.googletagmanager.com/td?id=1`)

const OTHERS = addressesIn(`www.google.com/recaptcha/api.js www.google.com/maps
  fonts.googleapis.com/css accounts.google.com/o/oauth2 api.shop.test/metrics`)

/** Requests of Google's tags on a path of the site or on a host of any other name. */
const GATEWAY = addressesIn('www.shop.test/metrics metrics.shop.test abc123.fps.test/x')
const SHAPE = 'gtm=45je5b1v9&gcd=13l3l3l3l1l1'
const HITS = GATEWAY.flatMap(at => [
  ...['ga/g/c', 'ag/g/c', 'g/collect', 'gs/measurement/conversion', 'td', 'd/ccm/form-data'].map(
    path => `${at}/${path}?v=2&tid=AW-987&${SHAPE}`,
  ),
  `${at}/rul/1?${SHAPE}`,
])
const OF_SITE = GATEWAY.flatMap(at => [
  ...[`${at}/`, `${at}/?id=1&gtm=4`, `${at}/api?gtm=false&gcd=1`, `${at}/?id=${ID}0`],
  ...[`${at}/${ID}`, `${at}/?page=2&tids=${ID}`],
])

/** Returns the addresses on other hosts that the tag with this id has, and hits of all tags. */
const onAnyHost = (id: string) => [
  ...GATEWAY.flatMap(at => [
    ...[`${at}/?id=${id}`, `${at}/gtag/js?id=${id}&cx=c`, `${at}/gtm.js?l=dataLayer&id=${id}`],
    ...[`${at}/measurement.php?id=${id}&s=/gtag/js`, `${at}/ga/g/c?v=2&tid=${id}`],
  ]),
  ...HITS,
]

type Hosts = [name: string, tag: Service, addresses: readonly string[]]

test.each<Hosts>([
  ['Analytics', analytics(), [TAG, COLLECT, CONTAINER, ...MEASURING, ...ADVERTISING]],
  ...[
    ...['https://metrics.shop.test', 'https://shop.test/metrics', 'https://metrics.shop.test:8443'],
    ...['http://localhost:8080', '/metrics'],
  ].map((server): Hosts => [server, analytics({ server }), [`${server}/g/collect`]]),
  ['a container', manager(), [CONTAINER, COLLECT, `${TAGS}/gtag/js?id=G-TWO`, ...ADVERTISING]],
  [`${SERVER} of a container`, manager({ server: SERVER }), [`${SERVER}/g/collect`]],
  ['Google Ads', ads(), [...ADVERTISING, ADSENSE]],
  ['Analytics on any host', analytics(), onAnyHost(ID)],
  ['a container on any host', manager(), onAnyHost('GTM-ABC123')],
  ['Google Ads on any host', ads(), onAnyHost('AW-123')],
])(
  'requests of %s are blocked until the grant and after a withdrawal, and others are not [1, 2]',
  async (name, tag, addresses) => {
    const { reaches } = stubFetch()
    const consent = openPage({ marketing: [tag] })
    const others = name.endsWith('host') ? OF_SITE : OTHERS
    const reached = () => [...addresses, ...others].filter(reaches)
    expect(reached()).toEqual(others)
    await play(consent, accepts)
    expect(reached()).toEqual([...addresses, ...others])
    consent.rejectAll()
    expect(reached()).toEqual(others)
  },
)

test('an id or server that is invalid blocks the hits of Google’s tags on any host in production, whatever the visitor grants [49]', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { reaches } = stubFetch()
  vi.spyOn(console, 'warn').mockReturnValue()
  const consent = openPage({ analytics: [analytics({ id: 'nothing' })] })
  await play(consent, accepts)
  expect([...HITS, ...OF_SITE].filter(reaches)).toEqual(OF_SITE)
})

const hit = (id: string) => `/metrics/g/c?tid=${id}&${SHAPE}`

test.each<[string, Service, readonly string[], readonly string[]]>([
  ['a container', manager(), [CONTAINER], [`${COLLECT}&tid=G-OTHER`, hit('AW-987')]],
  ['Google Ads', ads(), [...ADVERTISING, hit('AW-123')], [hit('AW-987')]],
])(
  'with Analytics and %s each tag has its own addresses and the hits with its id on any host, and both share the others [1]',
  async (_, tag, its, both) => {
    const { reaches } = stubFetch()
    const own = [`${COLLECT}&tid=${ID}`, TAG, hit(ID)]
    const consent = openPage({ analytics: [analytics()], marketing: [tag] })
    const reached = async (step: Step) => {
      await play(consent, step)
      return [...own, ...its, ...both].filter(reaches)
    }
    expect(await reached(onlyAnalytics)).toEqual(own)
    // The opt-out switches of Analytics depend only on the category of Analytics.
    expect([page._gaUserPrefs?.ioo?.(), page[`ga-disable-${ID}`]]).toEqual([false, undefined])
    expect(updates().pop()).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
    expect(await reached(onlyMarketing)).toEqual(its)
    expect(updates().pop()).toMatchObject({
      ...{ analytics_storage: 'denied', ad_storage: 'granted' },
      ...{ ad_user_data: 'granted', ad_personalization: 'granted' },
    })
    expect(await reached(accepts)).toEqual([...own, ...its, ...both])
    expect(transcript().match(/consent default/g)).toHaveLength(1)
  },
)

test('a tag that cannot be inserted is reported and stays blocked while the category is granted [5]', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { reaches } = stubFetch()
  const consent = openPage({ analytics: [analytics()] })
  const make = vi.spyOn(documentPrototype(), 'createElement').mockImplementation(broken)
  onTestFinished(() => make.mockRestore())
  await play(consent, accepts)
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce())
  expect(make).toHaveBeenCalledOnce()
  expect(scripts()).toEqual([])
  expect(consent.isGranted('analytics')).toBe(true)
  expect(reaches(COLLECT)).toBe(false)
})
