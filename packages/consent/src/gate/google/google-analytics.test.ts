// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
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

answerScripts()

// The code that starts a tag is loaded here once, so that each start is synchronous.
beforeAll(async () => {
  const consent = createConsent(
    {
      policy: { version: '1' },
      categories: { analytics: { services: [googleAnalytics({ id: ID })] } },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  await vi.waitFor(() => expect(document.querySelector('script')).not.toBeNull())
  consent.destroy()
})

// Reset before each test, since a destroyed consent leaves its switches in the page.
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

/** Creates a command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

/** Returns the entries of the data layer, without its own `push`. */
const entries = (): readonly unknown[] => [...(page.dataLayer as readonly unknown[])]

const commands = (): readonly (readonly unknown[])[] =>
  entries().map(entry => Array.from(entry as ArrayLike<unknown>))

/** Returns the commands of the data layer in order, each shortened to its distinguishing words. */
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

/** Returns the `set` commands of the SDK and of the page. */
const settings = (): readonly unknown[] =>
  commands()
    .filter(([name]) => name === 'set')
    .map(([, ...parts]) => parts)

/** Simulates the loaded tag, which replaces `push` and reads the queue. */
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

const scripts = (): readonly HTMLScriptElement[] => [
  ...document.querySelectorAll<HTMLScriptElement>('script'),
]

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
  'G-XXXXXXX',
  'GT-XXXX',
  'GTM-A',
])('rejects the invalid measurement id %j with an example of a valid one', id => {
  expect(() => googleAnalytics({ id })).toThrow(
    expect.objectContaining({
      name: 'ConsentError',
      code: 'ga',
      message: expect.stringContaining('such as "G-1A2B3C4"'),
    }),
  )
})

test.each(['G-ABC123', 'GT-ABC123'])('accepts %s', id => {
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
])('rejects %j as the address of a server', server => {
  expect(() => googleAnalytics({ id: ID, server })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ga-server' }),
  )
})

test.each(['http://localhost:8080', '/metrics', 'https://shop.test/a-b_c/'])(
  'accepts %j as the address of a server',
  server => {
    expect(googleAnalytics({ id: ID, server }).name).toBe('Google Analytics')
  },
)

test.each(['http://localhost', 'http://127.0.0.1/g'])(
  'accepts %j, a local server without a port',
  server => {
    expect(googleAnalytics({ id: ID, server }).name).toBe('Google Analytics')
  },
)

test('does nothing without a document', () => {
  vi.stubGlobal('document', undefined)
  expect(() => create().acceptAll()).not.toThrow()
  expect('dataLayer' in page).toBe(false)
})

test('creating the service does not change the page', () => {
  googleAnalytics({ id: ID })
  expect('dataLayer' in page).toBe(false)
  expect('gtag' in page).toBe(false)
  expect(`ga-disable-${ID}` in page).toBe(false)
})

test('before the grant no tag is loaded, and every consent signal is denied once', () => {
  const consent = create()
  expect(scripts()).toEqual([])
  expect(order()).toEqual(['consent default'])
  consent.rejectAll()
  consent.decide({ marketing: true })
  expect(scripts()).toEqual([])
  expect(order()).toEqual(['consent default'])
  expect(Object.values(commands()[0]?.[2] as object)).toEqual(Array(6).fill('denied'))
})

test('before the grant the data layer has the page’s entries and the denied default', () => {
  const own = [{ event: 'gtm.js' }, command('event', 'page_view')]
  page.dataLayer = own
  create()
  page.gtag?.('set', { currency: 'KRW' })
  expect(page.dataLayer).toBe(own)
  expect(order()).toEqual(['', 'event page_view', 'consent default', 'set'])
})

test('at the grant the commands are pushed in the required order, and then the tag is loaded', () => {
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

test('the default denies every signal, and the update grants those of granted categories', () => {
  create().decide({ analytics: true })
  const [first, second] = commands()
  expect(first?.[2]).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' })
  expect(second?.[2]).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
})

test('every entry is an arguments object, the only form that the tag accepts', () => {
  page.dataLayer = [command('set', 'language', 'ko')]
  const consent = create()
  consent.acceptAll()
  consent.rejectAll()
  expect(entries().length).toBeGreaterThan(5)
  for (const entry of entries())
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
})

test('the js command has the time of the start', () => {
  create().acceptAll()
  expect(commands().find(([name]) => name === 'js')?.[1]).toBeInstanceOf(Date)
})

test('events from before the grant are not collected', () => {
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

test('consent commands that the page has queued are dropped', () => {
  page.dataLayer = [command('consent', 'default', { ad_storage: 'granted' })]
  const consent = create()
  page.gtag?.('consent', 'update', { ad_storage: 'granted' })
  consent.decide({ analytics: true })
  const sentSignals = commands().filter(([name]) => name === 'consent')
  expect(sentSignals.map(([, kind]) => kind)).toEqual(['default', 'update'])
  for (const [, , signals] of sentSignals) expect(signals).toMatchObject({ ad_storage: 'denied' })
})

test('events after the grant are collected', () => {
  create().acceptAll()
  page.gtag?.('event', 'purchase', { value: 1 })
  expect(commands().slice(-1)).toEqual([['event', 'purchase', { value: 1 }]])
})

test('the tag is loaded at once for a visitor with an earlier grant', () => {
  create({}, {}, agreedStorage())
  expect(scripts()).toHaveLength(1)
  expect(order()).toEqual(['consent default', 'consent update', 'js', 'set', `config ${ID}`])
})

test('the visitor id lives for thirteen months from the first visit [29]', () => {
  create().acceptAll()
  expect(settings()).toEqual([[{ cookie_expires: 34_128_000, cookie_update: false }]])
  expect(configured()).toEqual([{}])
})

test('config of the options overrides the defaults and adds parameters', () => {
  const config = { cookie_expires: 3600, send_page_view: false }
  create({ config }).acceptAll()
  expect(configured()).toEqual([config])
})

test('set commands of the page come after the SDK’s own and before the configuration', () => {
  page.dataLayer = [command('set', { cookie_expires: 60 }), command('config', ID)]
  create().acceptAll()
  expect(settings()[1]).toEqual([{ cookie_expires: 60 }])
  expect(order().slice(-3)).toEqual(['set', 'set', `config ${ID}`])
})

test('the page’s last config of the id overrides the config of the options', () => {
  page.dataLayer = [
    command('config', ID, { page_location: '/first' }),
    command('config', ID, { send_page_view: false }),
  ]
  create({ config: { debug_mode: true, send_page_view: true } }).acceptAll()
  expect(configured()).toEqual([{ debug_mode: true, send_page_view: false }])
})

test('events of the page wait for the tag for a visitor with an earlier grant', () => {
  page.dataLayer = [command('js', new Date(0)), command('event', 'purchase')]
  create({}, {}, agreedStorage())
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

test('events that a prerendered page queues are not sent when the page is opened', () => {
  const storage = agreedStorage()
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

test('the page’s config of another id is kept', () => {
  page.dataLayer = [command('config', 'G-OTHER', { send_page_view: false })]
  create().acceptAll()
  expect(configured('G-OTHER')).toEqual([{ send_page_view: false }])
  expect(configured()).toHaveLength(1)
})

test('the tag is Google’s script for the id, and async', () => {
  create().acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]).toMatchObject({
    src: `https://www.googletagmanager.com/gtag/js?id=${ID}`,
    async: true,
    parentNode: document.head,
  })
})

test('the tag has the nonce of the options', () => {
  create({}, { nonce: 'r4nd0m' }).acceptAll()
  expect(scripts()[0]?.nonce).toBe('r4nd0m')
})

test('a later grant loads no second tag and sends no second page view', () => {
  const consent = create()
  consent.acceptAll()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(configured()).toHaveLength(1)
  expect(order().filter(name => name === 'consent default')).toHaveLength(1)
  expect(order().filter(name => name === 'js')).toHaveLength(1)
})

test('consent signals are updated at each change, and only then', () => {
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

test('destroy updates the signals to denied while requests are blocked, and then blocks nothing', () => {
  const { reaches } = stubFetch()
  const consent = create()
  consent.acceptAll()
  const layer = page.dataLayer as unknown[]
  const { push } = layer
  const wereBlocked: boolean[] = []
  layer.push = (...entries) => {
    wereBlocked.push(!reaches('https://www.google-analytics.com/g/collect?v=2'))
    return push.apply(layer, entries)
  }
  consent.destroy()
  const [name, kind, signals] = commands().slice(-1)[0] ?? []
  expect([name, kind]).toEqual(['consent', 'update'])
  expect(signals).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' })
  expect(wereBlocked).toEqual([true])
  expect(reaches('https://www.google-analytics.com/g/collect?v=2')).toBe(true)
})

test('the tag is loaded from the site’s own server, and configured with that server', () => {
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
])('requests to the site’s own server %s are blocked while denied', (server, address) => {
  const { reaches } = stubFetch()
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
  // Addresses that the tag may request.
  'https://www.googletagmanager.com/gtm.js?id=GTM-A',
  'https://www.google.com/ccm/collect',
  'https://googleads.g.doubleclick.net/pagead',
  'https://www.merchant-center-analytics.goog/mc/collect',
  'https://1234567.fls.doubleclick.net/activityi;src=1234567',
])('requests to Google are blocked while denied: %s', address => {
  const { reaches } = stubFetch()
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
])('requests that are not analytics are not blocked: %s', address => {
  const { reaches } = stubFetch()
  create()
  expect(reaches(address)).toBe(true)
})

test('its cookies are deleted at the withdrawal, and others are kept', () => {
  const consent = create()
  consent.acceptAll()
  for (const name of ['_ga', '_ga_ABC123', '_ga_OTHER', '_gatekeeper', 'session'])
    document.cookie = `${name}=1; path=/`
  consent.withdraw('analytics')
  const left = document.cookie.split('; ').filter(pair => pair.endsWith('=1'))
  expect(left.sort()).toEqual(['_gatekeeper=1', 'session=1'])
})

test('cookies from an earlier visit are deleted at the start while denied', async () => {
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
  ['by the options', { config: { cookie_prefix: 'shop' } }, []],
  ['by the page', {}, [command('config', ID, { cookie_prefix: 'shop' })]],
])('cookies with a cookie_prefix that is set %s are deleted', (_, options, queued) => {
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

test('a config command of the page does not change the options of the service', () => {
  page.dataLayer = [command('config', ID, { cookie_prefix: 'shop' })]
  const consent = create()
  expect(JSON.stringify(consent.options.categories.analytics)).toBe(
    JSON.stringify({ services: [googleAnalytics({ id: ID })] }),
  )
})

test('a loaded tag receives no events after the withdrawal', () => {
  const consent = create()
  consent.acceptAll()
  const heard = loadTag()
  page.gtag?.('event', 'purchase')
  expect(heard()).toEqual(['event'])
  consent.withdraw('analytics')
  page.gtag?.('event', 'search')
  expect(heard()).toEqual(['event', 'consent'])
})

test('events between a withdrawal and a new grant are not collected', () => {
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

/** Counts the page views that the SDK sends as events. */
const pageViews = (): number => order().filter(name => name === 'event page_view').length

test('pageView sends a page view at each grant when the configuration sends none', () => {
  const consent = create({ pageView: true, config: { send_page_view: false } })
  expect(pageViews()).toBe(0)
  consent.acceptAll()
  expect(pageViews()).toBe(1)
  const heard = loadTag()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(heard().filter(name => name === 'event')).toHaveLength(1)
})

test('the page view of a later grant is pushed after the consent update', () => {
  const consent = create({ pageView: true, config: { send_page_view: false } })
  consent.acceptAll()
  const heard = loadTag()
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(heard()).toEqual(['consent', 'consent', 'event'])
})

test('pageView sends nothing when the configuration sends the page view', () => {
  const consent = create({ pageView: true })
  consent.acceptAll()
  expect(pageViews()).toBe(0)
})

test('pageView sends nothing for a visitor with an earlier grant', () => {
  create({ pageView: true, config: { send_page_view: false } }, {}, agreedStorage())
  expect(pageViews()).toBe(0)
})

test('the tag uses the data layer of the configured name, and no other is created', () => {
  const consent = create({ dataLayer: 'ga4DataLayer' })
  consent.acceptAll()
  expect(scripts()[0]?.src).toBe(`https://www.googletagmanager.com/gtag/js?id=${ID}&l=ga4DataLayer`)
  expect(page.dataLayer).toBeUndefined()
  expect(page.ga4DataLayer).toHaveLength(5)
  page.gtag?.('event', 'purchase')
  expect(page.ga4DataLayer).toHaveLength(6)
})

test('a tag that the site loads is blocked until the grant, and then gets the same commands', () => {
  const consent = create({ loadScript: false, config: { debug_mode: true } })
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

test('a tag that the site loads gets no config unless the page has configured the id', () => {
  create({ loadScript: false }).acceptAll()
  expect(scripts()).toEqual([])
  expect(order()).toEqual(['consent default', 'consent update', 'set'])
})

test.each(['', 'text/javascript', 'module'])(
  'a tag that is in the page already, with the type "%s", is not loaded and not configured again',
  type => {
    const script = document.createElement('script')
    script.type = type
    script.src = `https://www.googletagmanager.com/gtag/js?id=${ID}`
    document.head.append(script)
    page.dataLayer = [command('js', new Date()), command('config', ID)]
    loadTag()
    create().acceptAll()
    expect(scripts()).toEqual([script])
    expect(configured()).toHaveLength(1)
    expect(order().filter(name => name === 'js')).toHaveLength(1)
  },
)

test('in advanced mode the tag is loaded at once, with every signal denied', () => {
  const { reaches } = stubFetch()
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

test('in advanced mode its cookies are deleted at the withdrawal', () => {
  const consent = create({ mode: 'advanced' })
  consent.acceptAll()
  document.cookie = '_ga=1; path=/'
  consent.withdraw('analytics')
  expect(document.cookie).not.toContain('_ga=1')
})

test('in advanced mode pageView sends nothing', () => {
  const consent = create({
    mode: 'advanced',
    pageView: true,
    config: { send_page_view: false },
  })
  consent.acceptAll()
  expect(pageViews()).toBe(0)
})

test('the options set the category that grants each signal', () => {
  create({ consentMode: { signals: { ad_storage: 'analytics' } } }).decide({ analytics: true })
  expect(commands()[1]?.[2]).toMatchObject({ ad_storage: 'granted', ad_user_data: 'denied' })
})

test('the page’s own gtag is kept', () => {
  const own = vi.fn()
  page.gtag = own
  create().acceptAll()
  expect(page.gtag).toBe(own)
})

test('an element with the data layer’s name as its id is replaced', () => {
  page.dataLayer = document.createElement('div')
  const consent = create()
  expect(page.dataLayer).toBeInstanceOf(Array)
  expect(order()).toEqual(['consent default'])
  consent.acceptAll()
  expect(order()[0]).toBe('consent default')
})

test('in development a service without a category throws an error', () => {
  const services = [googleAnalytics({ id: ID })]
  expect(() => create({}, { categories: { analytics: {}, marketing: {} }, services })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'category' }),
  )
})

test('hits that wait in the tag since before a withdrawal are not sent after a new grant', () => {
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
  // A site may have made the property of the id read-only.
  vi.advanceTimersByTime(10_000)
  expect(reaches('111.222')).toBe(true)
})

test('a tag that cannot be inserted is reported and stays blocked while the category is granted [5]', async () => {
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
