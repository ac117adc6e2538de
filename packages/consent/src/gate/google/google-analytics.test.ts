// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import {
  accepts,
  COLLECT,
  calls,
  command,
  commands,
  configured,
  cookies,
  decides,
  heard,
  ID,
  insertTag,
  layer,
  loadsTag,
  openPage,
  type PageOptions,
  page,
  play,
  rejects,
  type Step,
  scripts,
  setCookies,
  TAG,
  transcript,
  updates,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.ts'

useGooglePages()

const open = (ga: Partial<GoogleAnalyticsOptions> = {}, options: PageOptions = {}) =>
  openPage({ analytics: [googleAnalytics({ id: ID, ...ga })], ...options })

test.each([
  ...['UA-1', 'UA-12345-1', 'g-abc', 'G-', 'G-abc', 'DISABLED', '', ' G-ABC', 'G-ABC\n'],
  ...['G-XXXXXXX', 'GT-XXXX', 'GTM-A'],
])('rejects the invalid measurement id %j with an example of a valid one', id => {
  expect(() => googleAnalytics({ id })).toThrow(
    expect.objectContaining({
      name: 'ConsentError',
      code: 'ga',
      message: expect.stringContaining('such as "G-1A2B3C4"'),
    }),
  )
})

test.each([
  ...['http://metrics.test', '//metrics.test', 'ftp://metrics.test', 'javascript:alert()'],
  ...['', '/', 'https://'],
])('rejects %j as the address of a server', server => {
  expect(() => googleAnalytics({ id: ID, server })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ga-server' }),
  )
})

test.each([
  { id: 'G-ABC123' },
  { id: 'GT-ABC123' },
  { id: ID, server: 'http://localhost:8080' },
  { id: ID, server: '/metrics' },
  { id: ID, server: 'https://shop.test/a-b_c/' },
  // Local servers without a port.
  { id: ID, server: 'http://localhost' },
  { id: ID, server: 'http://127.0.0.1/g' },
])('accepts %j, and does not change the page before the service is attached', options => {
  expect(googleAnalytics(options).name).toBe('Google Analytics')
  for (const name of ['dataLayer', 'gtag', `ga-disable-${ID}`]) expect(name in page).toBe(false)
})

test('does nothing without a document', () => {
  vi.stubGlobal('document', undefined)
  expect(() => open().acceptAll()).not.toThrow()
  expect('dataLayer' in page).toBe(false)
})

/** The entries after a grant, when the page has queued nothing. */
const STARTED = ['consent default', 'consent update', 'js', 'set', `config ${ID}`]

const SETTINGS = STARTED.slice(0, 4)

const VIEW = { pageView: true, config: { send_page_view: false } }

/** A page, and the data layer after some steps. */
interface Transcript {
  readonly title: string
  /** What the page has queued. @default nothing */
  readonly queue?: unknown
  readonly ga?: Partial<GoogleAnalyticsOptions>
  /** @default none */
  readonly steps?: readonly Step[]
  readonly entries: readonly string[]
}

const search = calls('event', 'search')
const purchase = calls('event', 'purchase')

const TRANSCRIPTS: readonly Transcript[] = [
  {
    title: 'before the grant every consent signal is denied once',
    steps: [rejects, decides({ marketing: true })],
    entries: ['consent default'],
  },
  {
    title: 'before the grant the page’s entries are kept',
    queue: [{ event: 'gtm.js' }, command('event', 'page_view')],
    steps: [calls('set', { currency: 'KRW' })],
    entries: ['gtm.js', 'event page_view', 'consent default', 'set'],
  },
  {
    title: 'an element with the data layer’s name as its id is replaced',
    queue: document.createElement('div'),
    steps: [accepts],
    entries: STARTED,
  },
  {
    title: 'at the grant settings are kept, and come before the configurations',
    queue: [command('config', 'G-OTHER'), command('set', 'language', 'ko')],
    steps: [accepts],
    entries: [...SETTINGS, 'set language', `config ${ID}`, 'config G-OTHER'],
  },
  {
    title: 'events and consent commands from before the grant are dropped',
    queue: [
      { event: 'gtm.js' },
      { ecommerce: { value: 1 } },
      command('consent', 'default', { ad_storage: 'granted' }),
      command('js', new Date(0)),
      command('event', 'page_view', { page_location: '/secret' }),
    ],
    steps: [purchase, calls('consent', 'update', { ad_storage: 'granted' }), accepts],
    entries: [...SETTINGS, 'js', `config ${ID}`, 'gtm.js', '{ecommerce}'],
  },
  {
    title: 'events after the grant are collected',
    steps: [accepts, purchase],
    entries: [...STARTED, 'event purchase'],
  },
  {
    title: 'pageView sends a page view when the configuration sends none',
    ga: VIEW,
    steps: [accepts],
    entries: [...STARTED, 'event page_view'],
  },
  {
    title: 'pageView sends nothing when the configuration sends the page view',
    ga: { pageView: true },
    steps: [accepts],
    entries: STARTED,
  },
  {
    title: 'a tag that the site loads gets no config unless the page has configured the id',
    ga: { loadScript: false },
    steps: [accepts],
    entries: ['consent default', 'consent update', 'set'],
  },
  {
    title: 'in advanced mode the tag is configured at once, and hears every event and change',
    queue: [command('event', 'purchase')],
    ga: { mode: 'advanced', ...VIEW },
    steps: [search, accepts, withdraws],
    entries: [...STARTED, 'event purchase', 'event search', 'consent update', 'consent update'],
  },
]

test.each(TRANSCRIPTS)('$title', async ({ queue, ga, steps = [], entries }) => {
  if (queue) page.dataLayer = queue
  await play(open(ga), ...steps)
  expect(transcript()).toEqual(entries)
})

test.each<Transcript>([
  {
    title: 'no event between a withdrawal and a new grant',
    steps: [purchase, withdraws, search, accepts, purchase],
    entries: ['event purchase', 'consent update', 'consent update', 'event purchase'],
  },
  {
    title: 'the page view of a later grant after the update',
    ga: VIEW,
    steps: [withdraws, accepts],
    entries: ['consent update', 'consent update', 'event page_view'],
  },
])('a loaded tag hears $title', async ({ ga, steps = [], entries }) => {
  await play(open(ga), accepts, loadsTag, ...steps)
  expect(heard()).toEqual(entries)
})

test.each<Transcript>([
  { title: 'the tag starts at once', entries: STARTED },
  {
    title: 'events of the page wait for the tag',
    queue: [command('js', new Date(0)), command('event', 'purchase')],
    entries: [...SETTINGS, 'js', `config ${ID}`, 'event purchase'],
  },
  { title: 'pageView sends nothing', ga: VIEW, entries: STARTED },
])('for a visitor with an earlier grant $title', async ({ queue, ga, entries }) => {
  if (queue) page.dataLayer = queue
  await play(open(ga, { storage: agreedStorage() }))
  expect(scripts()).toHaveLength(1)
  expect(transcript()).toEqual(entries)
})

test('events that a prerendered page queues are not sent when the page is opened', async () => {
  const storage = agreedStorage()
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  page.dataLayer = [command('event', 'purchase')]
  const consent = open({}, { storage })
  expect(scripts()).toEqual([])
  Reflect.deleteProperty(document, 'prerendering')
  await play(consent, () => document.dispatchEvent(new Event('prerenderingchange')))
  expect(scripts()).toHaveLength(1)
  expect(transcript()).not.toContain('event purchase')
})

test('every entry is an arguments object, the only form that the tag accepts, and js has the time', async () => {
  page.dataLayer = [command('set', 'language', 'ko')]
  await play(open(), accepts, rejects)
  expect(layer().length).toBeGreaterThan(5)
  for (const entry of [...layer()])
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  expect(commands().find(([name]) => name === 'js')?.[1]).toBeInstanceOf(Date)
})

test('the visitor id lives for thirteen months from the first visit [29]', async () => {
  await play(open(), accepts)
  const settings = commands().filter(([name]) => name === 'set')
  expect(settings).toEqual([['set', { cookie_expires: 34_128_000, cookie_update: false }]])
  expect(configured(ID)).toEqual([{}])
})

const SERVER = 'https://metrics.shop.test/g'

test.each<Omit<Transcript, 'entries'> & { readonly parameters: object }>([
  {
    title: 'config of the options overrides the defaults and adds parameters',
    ga: { config: { cookie_expires: 3600, send_page_view: false } },
    parameters: { cookie_expires: 3600, send_page_view: false },
  },
  {
    title: 'the page’s last config of the id overrides the config of the options',
    queue: [
      command('config', ID, { page_location: '/first' }),
      command('config', ID, { send_page_view: false }),
      command('config', 'G-OTHER', { debug_mode: false }),
    ],
    ga: { config: { debug_mode: true, send_page_view: true } },
    parameters: { debug_mode: true, send_page_view: false },
  },
  {
    title: 'the site’s own server is configured',
    ga: { server: SERVER },
    parameters: { server_container_url: SERVER },
  },
])('$title', async ({ queue, ga, parameters }) => {
  if (queue) page.dataLayer = queue
  await play(open(ga), accepts)
  expect(configured(ID)).toEqual([parameters])
  expect(configured('G-OTHER')).toEqual(queue ? [{ debug_mode: false }] : [])
})

test('the tag is inserted once, after its commands, async and with the nonce of the options', async () => {
  const consent = open({}, { nonce: 'r4nd0m' })
  let atInsertion: readonly string[] = []
  const { append } = document.head
  vi.spyOn(document.head, 'append').mockImplementation(script => {
    atInsertion = transcript()
    append.call(document.head, script)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  expect(scripts()).toEqual([])
  await play(consent, accepts)
  expect(atInsertion).toEqual(STARTED)
  await play(consent, withdraws, accepts)
  expect(scripts()).toHaveLength(1)
  const expected = { src: TAG, async: true, nonce: 'r4nd0m', parentNode: document.head }
  expect(scripts()[0]).toMatchObject(expected)
})

test.each([
  [{ server: SERVER }, `${SERVER}/gtag/js?id=${ID}`],
  [{ dataLayer: 'ga4DataLayer' }, `${TAG}&l=ga4DataLayer`],
])('with the options %j the tag is loaded from %s', async (ga, address) => {
  await play(open(ga), accepts)
  expect(scripts().map(({ src }) => src)).toEqual([address])
})

test('the tag uses the data layer of the configured name, and no other is created', async () => {
  await play(open({ dataLayer: 'ga4DataLayer' }), accepts)
  expect(page.dataLayer).toBeUndefined()
  expect(page.ga4DataLayer).toHaveLength(5)
  page.gtag?.('event', 'purchase')
  expect(page.ga4DataLayer).toHaveLength(6)
})

test('a tag that the site loads is blocked until the grant, and then gets the same commands', async () => {
  const consent = open({ loadScript: false, config: { debug_mode: true } })
  expect('gtag' in page).toBe(false)
  const script = insertTag(TAG)
  expect(script.type).toBe('text/plain')
  layer().push(command('js', new Date()), command('config', ID, { send_page_view: false }))
  await play(consent, accepts)
  expect(scripts()).toEqual([script])
  expect(transcript()).toEqual(['consent default', 'consent update', 'set', 'js', `config ${ID}`])
  expect(configured(ID)).toEqual([{ debug_mode: true, send_page_view: false }])
})

test.each(['', 'text/javascript', 'module'])(
  'a tag that is in the page already, with the type "%s", is not loaded and not configured again',
  async type => {
    const script = insertTag(TAG)
    script.type = type
    page.dataLayer = [command('js', new Date()), command('config', ID)]
    loadsTag()
    await play(open(), accepts)
    expect(scripts()).toEqual([script])
    expect(transcript().filter(text => /^js|^config/.test(text))).toEqual(['js', `config ${ID}`])
  },
)

const denied = (...names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, 'denied']))

test('consent signals are updated at each change, and only then', async () => {
  const consent = open()
  expect(Object.values(commands()[0]?.[2] as object)).toEqual(Array(6).fill('denied'))
  const again = decides({ analytics: true })
  await play(consent, again, () => consent.setLanguage('ko'), again)
  expect(updates()).toMatchObject([{ analytics_storage: 'granted', ...denied('ad_storage') }])
  await play(consent, decides({ marketing: true }), withdraws)
  expect(updates().slice(1)).toMatchObject([
    { analytics_storage: 'granted', ad_user_data: 'granted' },
    { analytics_storage: 'denied', ad_user_data: 'granted' },
  ])
})

test('the options set the category that grants each signal', async () => {
  const signals = { ad_storage: 'analytics' }
  await play(open({ consentMode: { signals } }), decides({ analytics: true }))
  expect(updates()).toMatchObject([{ ad_storage: 'granted', ...denied('ad_user_data') }])
})

test('destroy updates the signals to denied while requests are blocked, and then blocks nothing', async () => {
  const { reaches } = stubFetch()
  const consent = open()
  await play(consent, accepts)
  const own = layer()
  const { push } = own
  const wereBlocked: boolean[] = []
  own.push = (...entries) => {
    wereBlocked.push(!reaches(COLLECT))
    return push.apply(own, entries)
  }
  consent.destroy()
  expect(updates().pop()).toMatchObject(denied('analytics_storage', 'ad_storage'))
  expect(wereBlocked).toEqual([true])
  expect(reaches(COLLECT)).toBe(true)
})

test.each([
  [undefined, TAG],
  [undefined, 'https://www.googletagmanager.com/a?id=1'],
  [undefined, 'https://www.googletagmanager.com/td?id=1'],
  [undefined, COLLECT],
  [undefined, 'https://region1.google-analytics.com/g/collect?v=2'],
  [undefined, 'https://analytics.google.com/g/collect?v=2'],
  [undefined, 'https://stats.g.doubleclick.net/g/collect?v=2'],
  [undefined, 'https://www.google.com/measurement/conversion'],
  [undefined, 'https://www.google.com/ads/ga-audiences'],
  [undefined, 'https://www.google.co.kr/ads/ga-audiences'],
  [undefined, 'https://pagead2.googlesyndication.com/pagead'],
  // Addresses that the tag may request.
  [undefined, 'https://www.googletagmanager.com/gtm.js?id=GTM-A'],
  [undefined, 'https://www.google.com/ccm/collect'],
  [undefined, 'https://googleads.g.doubleclick.net/pagead'],
  [undefined, 'https://www.merchant-center-analytics.goog/mc/collect'],
  [undefined, 'https://1234567.fls.doubleclick.net/activityi;src=1234567'],
  ['https://metrics.shop.test', 'https://metrics.shop.test/g/collect'],
  ['https://shop.test/metrics', 'https://shop.test/metrics/g/collect'],
  ['https://metrics.shop.test:8443', 'https://metrics.shop.test:8443/g/collect'],
  ['http://localhost:8080', 'http://localhost:8080/g/collect'],
  ['/metrics', '/metrics/g/collect'],
])('with the server %s requests are blocked while denied: %s', async (server, address) => {
  const { reaches } = stubFetch()
  const consent = open({ server })
  expect(reaches(address)).toBe(false)
  expect(reaches('https://api.shop.test/metrics')).toBe(true)
  await play(consent, accepts)
  expect(reaches(address)).toBe(true)
  consent.rejectAll()
  expect(reaches(address)).toBe(false)
})

test.each([
  'https://www.google.com/recaptcha/api.js',
  'https://www.google.com/maps',
  'https://fonts.googleapis.com/css',
  'https://accounts.google.com/o/oauth2',
])('requests that are not analytics are not blocked: %s', address => {
  const { reaches } = stubFetch()
  open()
  expect(reaches(address)).toBe(true)
})

test('in advanced mode the tag and its requests are not blocked, whatever is decided', async () => {
  const { reaches } = stubFetch()
  const consent = open({ mode: 'advanced' })
  const isFree = () => [scripts().length, reaches(COLLECT), page[`ga-disable-${ID}`]]
  await play(consent)
  expect(isFree()).toEqual([1, true, undefined])
  expect(updates()).toMatchObject([denied('analytics_storage', 'ad_storage')])
  await play(consent, accepts, withdraws)
  expect(isFree()).toEqual([1, true, undefined])
})

test.each<Omit<Transcript, 'entries'>>([
  { title: 'by default' },
  { title: 'in advanced mode', ga: { mode: 'advanced' } },
  { title: 'with a prefix of the options', ga: { config: { cookie_prefix: 'shop' } } },
  { title: 'with a prefix of the page', queue: [command('config', ID, { cookie_prefix: 'shop' })] },
])('its cookies are deleted at the withdrawal, and others are kept: $title', async row => {
  const { title, queue, ga } = row
  if (queue) page.dataLayer = queue
  const consent = open(ga)
  await play(consent, accepts)
  setCookies('_ga', '_ga_ABC123', '_ga_OTHER', '_gatekeeper', 'session', 'shop', 'shop_cart')
  if (title.includes('prefix')) setCookies('shop_ga', 'shop_ga_ABC123')
  consent.withdraw('analytics')
  expect(cookies()).toEqual(['_gatekeeper', 'session', 'shop', 'shop_cart'])
  // A config command of the page does not change the options of the service.
  const { services } = consent.options.categories.analytics
  expect(JSON.stringify(services)).toBe(JSON.stringify([googleAnalytics({ id: ID, ...ga })]))
})

test('cookies from an earlier visit are deleted at the start while denied', async () => {
  setCookies('_ga', '_ga_ABC123', '_gid', '_gcl_au', '__utma', 'session')
  for (const key of ['_gcl_ls', 'cart']) localStorage.setItem(key, '1')
  await play(open())
  expect(cookies()).toEqual(['session'])
  expect(Object.keys(localStorage)).toEqual(['cart'])
})

test('a tag that cannot be inserted is reported and stays blocked while the category is granted [5]', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { reaches } = stubFetch()
  const consent = open()
  const make = vi.spyOn(Document.prototype, 'createElement').mockImplementation(() => {
    throw new TypeError('broken')
  })
  onTestFinished(() => make.mockRestore())
  await play(consent, accepts)
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce())
  expect(make).toHaveBeenCalledOnce()
  expect(scripts()).toEqual([])
  expect(consent.isGranted('analytics')).toBe(true)
  expect(reaches(COLLECT)).toBe(false)
})
