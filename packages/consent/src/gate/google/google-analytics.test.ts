// @vitest-environment happy-dom

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  type ConsentOptions,
  type ConsentStorage,
  createConsent,
  memoryStorage,
} from '../../core/index.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.ts'

type Category = 'analytics' | 'marketing'

interface Page {
  [name: `ga-disable-${string}`]: unknown
  _gaUserPrefs?: unknown
  ga4DataLayer?: unknown
  google_tag_manager?: unknown
  dataLayer?: unknown
  gtag?: (...command: unknown[]) => void
  happyDOM: { settings: Record<string, unknown> }
}

const ID = 'G-ABC123'

const page = window as unknown as Page

// The tag itself is not loaded.
Object.assign(page.happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

// Not afterwards: a consent that is destroyed at the end of a test leaves its switches there.
beforeEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
  localStorage.clear()
  for (const pair of document.cookie.split('; '))
    document.cookie = `${pair.split('=')[0]}=; path=/; max-age=0`
  for (const name of [
    '_gaUserPrefs',
    'dataLayer',
    'ga4DataLayer',
    'gtag',
    'google_tag_manager',
    `ga-disable-${ID}`,
  ])
    Reflect.deleteProperty(page, name)
})

const create = (
  ga: Partial<GoogleAnalyticsOptions> = {},
  options: Partial<ConsentOptions<Category>> = {},
  storage: ConsentStorage = memoryStorage(),
) => {
  const consent = createConsent<Category>(
    {
      policy: { version: '1' },
      categories: {
        analytics: { services: [googleAnalytics({ id: ID, ...ga })] },
        marketing: {},
      },
      ...options,
    },
    { storage, signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

/** A command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

/** What the data layer holds; its own `push` is no part of that. */
const entries = (): readonly unknown[] => [...(page.dataLayer as readonly unknown[])]

const commands = (): readonly (readonly unknown[])[] =>
  entries().map(entry => Array.from(entry as ArrayLike<unknown>))

/** The commands in their order, each by the words that tell it from the others. */
const order = (): readonly string[] =>
  commands().map(parts =>
    parts
      .filter(part => typeof part === 'string')
      .slice(0, 2)
      .join(' '),
  )

const configured = (id: string = ID): readonly unknown[] =>
  commands()
    .filter(([name, target]) => name === 'config' && target === id)
    .map(([, , parameters]) => parameters)

/** What is set for the cookies of the tag, and by the page. */
const settings = (): readonly unknown[] =>
  commands()
    .filter(([name]) => name === 'set')
    .map(([, ...parts]) => parts)

/** What the tag does when it has loaded: it stands before what was there and takes it over. */
const loadTag = () => {
  const layer = page.dataLayer as unknown[]
  const { push } = layer
  const heard: unknown[] = []
  layer.push = (...entries) => {
    heard.push(...entries)
    return push.apply(layer, entries)
  }
  page.google_tag_manager = {}
  return () => heard.map(entry => Array.from(entry as ArrayLike<unknown>)[0])
}

/** A storage in which the visitor has agreed on an earlier page. */
const agreed = (): ConsentStorage => {
  const storage = memoryStorage()
  const before = createConsent(
    { policy: { version: '1' }, categories: { analytics: {} } },
    { storage, signals: { gpc: false } },
  )
  before.acceptAll()
  before.destroy()
  return storage
}

const scripts = (): readonly HTMLScriptElement[] => [
  ...document.querySelectorAll<HTMLScriptElement>('script'),
]

/** Puts a network into the page, and says whether a request gets there. */
const network = () => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  return (address: string): boolean => {
    original.mockClear()
    void fetch(address)
    return original.mock.calls.length > 0
  }
}

test.each([
  'UA-1',
  'UA-12345-1',
  'g-abc',
  'G-',
  'G-abc',
  'DISABLED',
  '',
  ' G-ABC',
  'G-ABC\n',
  'GTM-A',
])('refuses %j, which is no measurement id, and says what one looks like', id => {
  expect(() => googleAnalytics({ id })).toThrow(
    expect.objectContaining({
      name: 'ConsentError',
      code: 'ga',
      message: expect.stringContaining('G-XXXXXXX'),
    }),
  )
})

test.each(['G-ABC123', 'GT-ABC123'])('takes %s', id => {
  expect(googleAnalytics({ id }).name).toBe('Google Analytics')
})

test.each([
  'http://metrics.test',
  '//metrics.test',
  'ftp://metrics.test',
  'javascript:alert()',
  '',
  '/',
  'https://',
])('refuses %j as the address of a server', server => {
  expect(() => googleAnalytics({ id: ID, server })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ga-server' }),
  )
})

test.each(['http://localhost:8080', '/metrics', 'https://shop.test/a-b_c/'])(
  'takes %j as the address of a server',
  server => {
    expect(googleAnalytics({ id: ID, server }).name).toBe('Google Analytics')
  },
)

test.each(['http://localhost', 'http://127.0.0.1/g'])(
  'takes %j, a server on the developer’s machine without a port',
  server => {
    expect(googleAnalytics({ id: ID, server }).name).toBe('Google Analytics')
  },
)

test('where there is no page it does nothing', () => {
  vi.stubGlobal('document', undefined)
  expect(() => create().acceptAll()).not.toThrow()
  expect('dataLayer' in page).toBe(false)
})

test('making it touches nothing of the page', () => {
  googleAnalytics({ id: ID })
  expect('dataLayer' in page).toBe(false)
  expect('gtag' in page).toBe(false)
  expect(`ga-disable-${ID}` in page).toBe(false)
})

test('before the grant there is no tag and nothing is told to Google', () => {
  const consent = create()
  expect(scripts()).toEqual([])
  expect(entries()).toEqual([])
  consent.rejectAll()
  consent.decide({ marketing: true })
  expect(scripts()).toEqual([])
  expect(entries()).toEqual([])
})

test('before the grant the data layer holds what the page queued and no more', () => {
  const own = [{ event: 'gtm.js' }, command('event', 'page_view')]
  page.dataLayer = own
  create()
  page.gtag?.('set', { currency: 'KRW' })
  expect(page.dataLayer).toBe(own)
  expect(order()).toEqual(['', 'event page_view', 'set'])
})

test('at the grant all is told in the order that counts, and then the tag is loaded', () => {
  page.dataLayer = [command('config', 'G-OTHER'), command('set', 'language', 'ko')]
  const consent = create()
  let atInsertion: readonly string[] = []
  const append = vi.spyOn(document.head, 'append').mockImplementation(() => {
    atInsertion = order()
  })
  onTestFinished(() => append.mockRestore())
  consent.acceptAll()
  expect(append).toHaveBeenCalledOnce()
  expect(atInsertion).toEqual([
    'consent default',
    'consent update',
    'js',
    'set',
    'set language',
    `config ${ID}`,
    'config G-OTHER',
  ])
  expect(order()).toEqual(atInsertion)
})

test('the default denies everything, the update grants what was granted', () => {
  create().decide({ analytics: true })
  const [first, second] = commands()
  expect(first?.[2]).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' })
  expect(second?.[2]).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
})

test('every entry is an arguments object, the only form that the tag takes', () => {
  page.dataLayer = [command('set', 'language', 'ko')]
  const consent = create()
  consent.acceptAll()
  consent.rejectAll()
  expect(entries().length).toBeGreaterThan(5)
  for (const entry of entries())
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
})

test('the tag is told when it was started', () => {
  create().acceptAll()
  expect(commands().find(([name]) => name === 'js')?.[1]).toBeInstanceOf(Date)
})

test('what happened before the grant is not collected afterwards', () => {
  page.dataLayer = [
    { event: 'gtm.js' },
    { ecommerce: { value: 1 } },
    command('js', new Date(0)),
    command('event', 'page_view', { page_location: '/secret' }),
  ]
  const consent = create()
  page.gtag?.('event', 'purchase', { value: 1 })
  consent.acceptAll()
  expect(order().filter(Boolean)).toEqual([
    'consent default',
    'consent update',
    'js',
    'set',
    'js',
    `config ${ID}`,
  ])
  expect(JSON.stringify(commands())).not.toContain('secret')
})

test('the page’s own consent commands of before do not count', () => {
  page.dataLayer = [command('consent', 'default', { ad_storage: 'granted' })]
  const consent = create()
  page.gtag?.('consent', 'update', { ad_storage: 'granted' })
  consent.decide({ analytics: true })
  const told = commands().filter(([name]) => name === 'consent')
  expect(told.map(([, kind]) => kind)).toEqual(['default', 'update'])
  for (const [, , signals] of told) expect(signals).toMatchObject({ ad_storage: 'denied' })
})

test('what happens after the grant is collected as it happens', () => {
  create().acceptAll()
  page.gtag?.('event', 'purchase', { value: 1 })
  expect(commands().slice(-1)).toEqual([['event', 'purchase', { value: 1 }]])
})

test('where it has been granted before, the tag is loaded at once', () => {
  create({}, {}, agreed())
  expect(scripts()).toHaveLength(1)
  expect(order()).toEqual(['consent default', 'consent update', 'js', 'set', `config ${ID}`])
})

test('the visitor’s id lives for thirteen months from the first visit [29]', () => {
  create().acceptAll()
  expect(settings()).toEqual([[{ cookie_expires: 34_128_000, cookie_update: false }]])
  expect(configured()).toEqual([{}])
})

test('the host may say otherwise, and add parameters', () => {
  const config = { cookie_expires: 3600, send_page_view: false }
  create({ config }).acceptAll()
  expect(configured()).toEqual([config])
})

test('what the page sets itself comes after ours, and before the configuration', () => {
  page.dataLayer = [command('set', { cookie_expires: 60 }), command('config', ID)]
  create().acceptAll()
  expect(settings()[1]).toEqual([{ cookie_expires: 60 }])
  expect(order().slice(-3)).toEqual(['set', 'set', `config ${ID}`])
})

test('the page’s own configuration of the id goes before ours, the last of several', () => {
  page.dataLayer = [
    command('config', ID, { page_location: '/first' }),
    command('config', ID, { send_page_view: false }),
  ]
  create({ config: { debug_mode: true, send_page_view: true } }).acceptAll()
  expect(configured()).toEqual([{ debug_mode: true, send_page_view: false }])
})

test('where the visitor had agreed before, the page’s events wait for the tag', () => {
  page.dataLayer = [command('js', new Date(0)), command('event', 'purchase')]
  create({}, {}, agreed())
  expect(order()).toEqual([
    'consent default',
    'consent update',
    'js',
    'set',
    'js',
    `config ${ID}`,
    'event purchase',
  ])
})

test('what a page queues while it is only being prepared is not sent when it is opened', () => {
  const storage = agreed()
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  page.dataLayer = [command('event', 'purchase')]
  create({}, {}, storage)
  expect(scripts()).toEqual([])
  Reflect.deleteProperty(document, 'prerendering')
  document.dispatchEvent(new Event('prerenderingchange'))
  expect(scripts()).toHaveLength(1)
  expect(order()).not.toContain('event purchase')
})

test('the page’s own configuration of another id is kept beside ours', () => {
  page.dataLayer = [command('config', 'G-OTHER', { send_page_view: false })]
  create().acceptAll()
  expect(configured('G-OTHER')).toEqual([{ send_page_view: false }])
  expect(configured()).toHaveLength(1)
})

test('the tag is Google’s, for this id, and holds up no rendering', () => {
  create().acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]).toMatchObject({
    src: `https://www.googletagmanager.com/gtag/js?id=${ID}`,
    async: true,
    parentNode: document.head,
  })
})

test('the tag carries the nonce of the page’s policy', () => {
  create({}, { nonce: 'r4nd0m' }).acceptAll()
  expect(scripts()[0]?.nonce).toBe('r4nd0m')
})

test('a later grant brings no second tag and no second page view', () => {
  const consent = create()
  consent.acceptAll()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(configured()).toHaveLength(1)
  expect(order().filter(name => name === 'consent default')).toHaveLength(1)
  expect(order().filter(name => name === 'js')).toHaveLength(1)
})

test('Google is told each change of consent, and nothing where nothing changed', () => {
  const consent = create()
  consent.decide({ analytics: true })
  consent.setLanguage('ko')
  consent.decide({ analytics: true })
  const updates = () =>
    commands()
      .filter(([, kind]) => kind === 'update')
      .map(([, , signals]) => signals)
  expect(updates()).toHaveLength(1)
  consent.decide({ marketing: true })
  consent.withdraw('analytics')
  expect(updates()).toHaveLength(3)
  expect(updates()[1]).toMatchObject({ analytics_storage: 'granted', ad_user_data: 'granted' })
  expect(updates()[2]).toMatchObject({ analytics_storage: 'denied', ad_user_data: 'granted' })
})

test('a server of the host’s own gives the tag and is told to it', () => {
  create({ server: 'https://metrics.shop.test/g' }).acceptAll()
  expect(scripts()[0]?.src).toBe(`https://metrics.shop.test/g/gtag/js?id=${ID}`)
  expect(configured()).toEqual([{ server_container_url: 'https://metrics.shop.test/g' }])
})

test.each([
  ['https://metrics.shop.test', 'https://metrics.shop.test/g/collect'],
  ['https://shop.test/metrics', 'https://shop.test/metrics/g/collect'],
  ['https://metrics.shop.test:8443', 'https://metrics.shop.test:8443/g/collect'],
  ['http://localhost:8080', 'http://localhost:8080/g/collect'],
  ['/metrics', '/metrics/g/collect'],
])('a server of the host’s own, %s, is not reached while denied', (server, address) => {
  const reaches = network()
  const consent = create({ server })
  expect(reaches(address)).toBe(false)
  expect(reaches('https://api.shop.test/metrics')).toBe(true)
  consent.acceptAll()
  expect(reaches(address)).toBe(true)
  consent.rejectAll()
  expect(reaches(address)).toBe(false)
})

test.each([
  `https://www.googletagmanager.com/gtag/js?id=${ID}`,
  'https://www.googletagmanager.com/a?id=1',
  'https://www.googletagmanager.com/td?id=1',
  'https://www.google-analytics.com/g/collect?v=2',
  'https://region1.google-analytics.com/g/collect?v=2',
  'https://analytics.google.com/g/collect?v=2',
  'https://stats.g.doubleclick.net/g/collect?v=2',
  'https://www.google.com/measurement/conversion',
  'https://www.google.com/ads/ga-audiences',
  'https://www.google.co.kr/ads/ga-audiences',
  'https://pagead2.googlesyndication.com/pagead',
  // What it may bring along.
  'https://www.googletagmanager.com/gtm.js?id=GTM-A',
  'https://www.google.com/ccm/collect',
  'https://googleads.g.doubleclick.net/pagead',
])('Google is not reached while denied: %s', address => {
  const reaches = network()
  const consent = create()
  expect(reaches(address)).toBe(false)
  consent.acceptAll()
  expect(reaches(address)).toBe(true)
  consent.withdraw('analytics')
  expect(reaches(address)).toBe(false)
})

test.each([
  'https://www.google.com/recaptcha/api.js',
  'https://www.google.com/maps',
  'https://fonts.googleapis.com/css',
  'https://accounts.google.com/o/oauth2',
])('what is not analytics is reached all the same: %s', address => {
  const reaches = network()
  create()
  expect(reaches(address)).toBe(true)
})

test('its cookies go at the withdrawal, and those of others stay', () => {
  const consent = create()
  consent.acceptAll()
  for (const name of ['_ga', '_ga_ABC123', '_ga_OTHER', '_gatekeeper', 'session'])
    document.cookie = `${name}=1; path=/`
  consent.withdraw('analytics')
  const left = document.cookie.split('; ').filter(pair => pair.endsWith('=1'))
  expect(left.sort()).toEqual(['_gatekeeper=1', 'session=1'])
})

test('what a visitor of before left behind goes at the start, where it is denied', async () => {
  for (const name of ['_ga', '_ga_ABC123', '_gid', '_gcl_au', '__utma', 'session'])
    document.cookie = `${name}=1; path=/`
  localStorage.setItem('_gcl_ls', '1')
  localStorage.setItem('cart', '1')
  create()
  await Promise.resolve()
  expect(document.cookie.split('; ').filter(pair => pair.endsWith('=1'))).toEqual(['session=1'])
  expect(Object.keys(localStorage)).toEqual(['cart'])
})

test.each<[string, Partial<GoogleAnalyticsOptions>, readonly unknown[]]>([
  ['by the host', { config: { cookie_prefix: 'shop' } }, []],
  ['by the page', {}, [command('config', ID, { cookie_prefix: 'shop' })]],
])('cookies whose names begin otherwise, as is said %s, go too', (_, options, queued) => {
  page.dataLayer = [...queued]
  const consent = create(options)
  consent.acceptAll()
  for (const name of ['shop_ga', 'shop_ga_ABC123', 'shop', 'shop_cart'])
    document.cookie = `${name}=1; path=/`
  consent.withdraw('analytics')
  const left = document.cookie
    .split('; ')
    .filter(pair => pair.startsWith('shop') && pair.endsWith('=1'))
  expect(left.sort()).toEqual(['shop=1', 'shop_cart=1'])
})

test('what the page says is no part of the set-up', () => {
  page.dataLayer = [command('config', ID, { cookie_prefix: 'shop' })]
  const consent = create()
  expect(JSON.stringify(consent.options.categories.analytics)).toBe(
    JSON.stringify({ services: [googleAnalytics({ id: ID })] }),
  )
})

test('a tag that has loaded hears of nothing that happens after the withdrawal', () => {
  const consent = create()
  consent.acceptAll()
  const heard = loadTag()
  page.gtag?.('event', 'purchase')
  expect(heard()).toEqual(['event'])
  consent.withdraw('analytics')
  page.gtag?.('event', 'search')
  expect(heard()).toEqual(['event', 'consent'])
})

test('what happens while the visitor has withdrawn is not collected at a later grant', () => {
  const consent = create()
  consent.acceptAll()
  const heard = loadTag()
  consent.withdraw('analytics')
  page.gtag?.('event', 'search')
  consent.acceptAll()
  expect(heard()).toEqual(['consent', 'consent'])
  page.gtag?.('event', 'purchase')
  expect(heard()).toEqual(['consent', 'consent', 'event'])
})

/** How often the page view is sent by an event of ours. */
const pageViews = (): number => order().filter(name => name === 'event page_view').length

test('where the configuration sends no page view, the host may have one sent at each grant', () => {
  const consent = create({ pageView: true, config: { send_page_view: false } })
  expect(pageViews()).toBe(0)
  consent.acceptAll()
  expect(pageViews()).toBe(1)
  const heard = loadTag()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(heard().filter(name => name === 'event')).toHaveLength(1)
})

test('the page view of a later grant is sent after the tag has been told of the grant', () => {
  const consent = create({ pageView: true, config: { send_page_view: false } })
  consent.acceptAll()
  const heard = loadTag()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(heard()).toEqual(['consent', 'consent', 'event'])
})

test('where the configuration sends the page view, none is sent beside it', () => {
  const consent = create({ pageView: true })
  consent.acceptAll()
  expect(pageViews()).toBe(0)
})

test('where the visitor had agreed before, the page view is the page’s own matter', () => {
  create({ pageView: true, config: { send_page_view: false } }, {}, agreed())
  expect(pageViews()).toBe(0)
})

test('a data layer of another name is told to the tag, and no other is touched', () => {
  const consent = create({ dataLayer: 'ga4DataLayer' })
  consent.acceptAll()
  expect(scripts()[0]?.src).toBe(`https://www.googletagmanager.com/gtag/js?id=${ID}&l=ga4DataLayer`)
  expect(page.dataLayer).toBeUndefined()
  expect(page.ga4DataLayer).toHaveLength(5)
  page.gtag?.('event', 'purchase')
  expect(page.ga4DataLayer).toHaveLength(6)
})

test('a tag that the host loads itself is kept out until the grant, and then told the same', () => {
  const consent = create({ loader: 'host', config: { debug_mode: true } })
  expect('gtag' in page).toBe(false)
  const script = document.createElement('script')
  script.src = `https://www.googletagmanager.com/gtag/js?id=${ID}`
  document.head.append(script)
  expect(script.type).toBe('text/plain')
  ;(page.dataLayer as unknown[]).push(
    command('js', new Date()),
    command('config', ID, { send_page_view: false }),
  )
  consent.acceptAll()
  expect(scripts()).toEqual([script])
  expect(order()).toEqual(['consent default', 'consent update', 'set', 'js', `config ${ID}`])
  expect(configured()).toEqual([{ debug_mode: true, send_page_view: false }])
})

test('a tag that the host loads itself is not configured where the page has not done so', () => {
  create({ loader: 'host' }).acceptAll()
  expect(scripts()).toEqual([])
  expect(order()).toEqual(['consent default', 'consent update', 'set'])
})

test('a tag that stands in the page already is not loaded and not configured again', () => {
  const script = document.createElement('script')
  script.src = `https://www.googletagmanager.com/gtag/js?id=${ID}`
  document.head.append(script)
  page.dataLayer = [command('js', new Date()), command('config', ID)]
  loadTag()
  create().acceptAll()
  expect(scripts()).toEqual([script])
  expect(configured()).toHaveLength(1)
})

test('in advanced mode the tag is loaded at once, told that everything is denied', () => {
  const reaches = network()
  page.dataLayer = [command('event', 'purchase')]
  const consent = create({ mode: 'advanced' })
  expect(scripts()).toHaveLength(1)
  expect(order()).toEqual([
    'consent default',
    'consent update',
    'js',
    'set',
    `config ${ID}`,
    'event purchase',
  ])
  expect(commands()[1]?.[2]).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' })
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
  expect(page[`ga-disable-${ID}`]).toBeUndefined()
  page.gtag?.('event', 'search')
  expect(order()).toContain('event search')
  consent.acceptAll()
  consent.withdraw('analytics')
  expect(scripts()).toHaveLength(1)
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
  expect(commands().filter(([, kind]) => kind === 'update')).toHaveLength(3)
})

test('in advanced mode its cookies go at the withdrawal all the same', () => {
  const consent = create({ mode: 'advanced' })
  consent.acceptAll()
  document.cookie = '_ga=1; path=/'
  consent.withdraw('analytics')
  expect(document.cookie).not.toContain('_ga=1')
})

test('in advanced mode the page view is left to the configuration', () => {
  const consent = create({
    mode: 'advanced',
    pageView: true,
    config: { send_page_view: false },
  })
  consent.acceptAll()
  expect(pageViews()).toBe(0)
})

test('the host may say which category grants which signal', () => {
  create({ consentMode: { signals: { ad_storage: 'analytics' } } }).decide({ analytics: true })
  expect(commands()[1]?.[2]).toMatchObject({ ad_storage: 'granted', ad_user_data: 'denied' })
})

test('the gtag of the page is kept', () => {
  const own = vi.fn()
  page.gtag = own
  create().acceptAll()
  expect(page.gtag).toBe(own)
})

test('an element that has the name of the data layer is replaced', () => {
  page.dataLayer = document.createElement('div')
  const consent = create()
  expect(page.dataLayer).toBeInstanceOf(Array)
  expect(entries()).toEqual([])
  consent.acceptAll()
  expect(order()[0]).toBe('consent default')
})

test('a developer who puts it under no category is told', () => {
  const services = [googleAnalytics({ id: ID })]
  expect(() => create({}, { categories: { analytics: {}, marketing: {} }, services })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'category' }),
  )
})

test('what waits in the tag since before a withdrawal does not leave after a new grant', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  const consent = create({ config: { cookie_prefix: 'foo' } })
  const reaches = (client: string): boolean => {
    original.mockClear()
    void fetch(`https://www.google-analytics.com/g/collect?v=2&tid=${ID}&cid=${client}&en=queued`)
    return original.mock.calls.length > 0
  }
  consent.acceptAll()
  document.cookie = '_ga=GA1.1.111.222; path=/'
  document.cookie = 'foo_ga=GA1.2.333.444; path=/'
  expect(reaches('111.222')).toBe(true)
  consent.withdraw('analytics')
  consent.acceptAll()
  expect([reaches('111.222'), reaches('333.444'), reaches('555.666')]).toEqual([false, false, true])
  // A host may have fixed the id.
  vi.advanceTimersByTime(10_000)
  expect(reaches('111.222')).toBe(true)
})

test('a tag that cannot be made is reported and stays blocked, though the grant stands [5]', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const send = vi.fn(async () => new Response())
  vi.stubGlobal('fetch', send)
  const consent = create()
  const make = vi.spyOn(Document.prototype, 'createElement').mockImplementation(() => {
    throw new TypeError('broken')
  })
  onTestFinished(() => make.mockRestore())
  consent.acceptAll()
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce())
  await new Promise(resolve => setTimeout(resolve))
  expect(make).toHaveBeenCalledOnce()
  expect(scripts()).toEqual([])
  expect(consent.isGranted('analytics')).toBe(true)
  await fetch('https://www.google-analytics.com/g/collect?v=2')
  expect(send).not.toHaveBeenCalled()
})
