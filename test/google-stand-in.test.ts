import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const script = readFileSync(new URL('../examples/google-stand-in/gtag.js', import.meta.url), 'utf8')

const enhancedScript = script.replace('ENHANCED = false', 'ENHANCED = true')

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/**
 * Simulates a browser's cookies. `test` and `co.test` are public suffixes, on which no cookie can
 * be set.
 */
const createJar = (host: string) => {
  const kept = new Map<string, string>()
  const written: string[] = []
  const write = (text: string) => {
    const [pair = '', ...attributes] = text.split('; ')
    const domain = attributes.find(attribute => attribute.startsWith('domain='))?.slice(7)
    const isAccepted = !domain || (host.endsWith(domain) && !/^(co\.)?test$/.test(domain))
    if (!isAccepted) return
    const [name = '', value = ''] = pair.split('=')
    const key = `${domain ?? ''} ${name}`
    kept.delete(key)
    if (value === '') return
    kept.set(key, `${name}=${value}`)
    written.push(text)
  }
  return { read: () => [...kept.values()].join('; '), write, written, isRefusing: false }
}

/**
 * Creates a page with the tag's script element, and lists of everything sent.
 */
const createPage = ({
  url = 'https://www.spaceone.test/ko/',
  cookies = [] as string[],
  isEnhanced = false,
} = {}) => {
  const window = new Window({ url })
  const jar = createJar(window.location.hostname)
  for (const cookie of cookies) jar.write(cookie)
  jar.written.length = 0
  const sent: { url: URL; options: Record<string, unknown>; events: (string | null)[] }[] = []
  const beacons: string[] = []
  const callOf = (address: string, options: { body?: string }) => ({
    url: new URL(address),
    options,
    events: [new URL(address).search, ...(options.body ?? '').split('\r\n')]
      .map(line => new URLSearchParams(line).get('en'))
      .filter(Boolean),
  })
  const globals = Object.assign(window, {
    dataLayer: [] as unknown[],
    fetch: async (address: string, options: { body?: string }) => {
      sent.push(callOf(address, options))
    },
  }) as unknown as Record<string, unknown> & { dataLayer: unknown[] }
  Object.defineProperty(window.navigator, 'sendBeacon', {
    value: (address: string) => beacons.push(address),
  })
  Object.defineProperty(window.document, 'cookie', {
    get: jar.read,
    set: (text: string) => jar.isRefusing || jar.write(text),
  })
  return {
    window,
    globals,
    jar,
    sent,
    beacons,
    gtag: (...command: unknown[]) => globals.dataLayer.push(toArguments(...command)),
    load: (query = '?id=G-TEST', currentScript: unknown = undefined) => {
      const src = `https://www.googletagmanager.com/gtag/js${query}`
      Object.defineProperty(window.document, 'currentScript', {
        value: currentScript === undefined ? { src } : currentScript,
        configurable: true,
      })
      const names = ['window', 'document', 'location', 'navigator', 'setTimeout', 'clearTimeout']
      new Function(...names, isEnhanced ? enhancedScript : script)(
        window,
        window.document,
        window.location,
        window.navigator,
        setTimeout,
        clearTimeout,
      )
    },
    push: (path: string) => window.history.pushState({}, '', path),
    leave: () => window.dispatchEvent(new window.Event('pagehide')),
    show: (state: 'visible' | 'hidden') => {
      Object.defineProperty(window.document, 'visibilityState', {
        value: state,
        configurable: true,
      })
      window.document.dispatchEvent(new window.Event('visibilitychange'))
    },
  }
}

const toArguments = new Function('return arguments') as (...command: unknown[]) => unknown

type Page = ReturnType<typeof createPage>

const parameter = (page: Page, name: string) =>
  page.sent.map(({ url }) => url.searchParams.get(name))

/** Returns the requests of a page, each as the names of its events. */
const requests = (page: Page) => page.sent.map(({ events }) => events.join('+'))

const startedPage = (settings: object = {}, options: Parameters<typeof createPage>[0] = {}) => {
  const page = createPage(options)
  page.gtag('js', new Date())
  page.gtag('config', 'G-TEST', settings)
  page.load()
  return page
}

/** What happens on a page. */
type Step = (page: Page) => unknown

const calls =
  (...command: unknown[]): Step =>
  page =>
    page.gtag(...command)
const event = (name: string, parameters = {}) => calls('event', name, parameters)
const consent = (kind: 'default' | 'update', signals: object) => calls('consent', kind, signals)
const config = calls('config', 'G-TEST')
const loads: Step = page => page.load()
const leaves: Step = page => page.leave()
const hides: Step = page => page.show('hidden')
const shows: Step = page => page.show('visible')
const passes =
  (ms: number): Step =>
  () =>
    vi.advanceTimersByTime(ms)
const batch = passes(5000)
const goes =
  (path: string): Step =>
  page =>
    page.push(path)
const goesBack: Step = ({ window }) => window.dispatchEvent(new window.Event('popstate'))

/** The two switches that keep the tag from sending. */
const SWITCHES = {
  'ga-disable': (page: Page, isOn: boolean) => {
    page.globals['ga-disable-G-TEST'] = isOn
  },
  '_gaUserPrefs.ioo': (page: Page, isOn: boolean) => {
    page.globals['_gaUserPrefs'] = { ioo: () => isOn }
  },
}

/** A title, steps from before the tag has loaded on, and the requests, each as its events. */
type Transcript = readonly [title: string, steps: readonly Step[], requests: readonly string[]]

const play = (page: Page, steps: readonly Step[]) => {
  for (const step of steps) step(page)
  return page
}

const started = [config, loads]

test.each<Transcript>([
  [
    'commands run whether pushed before or after the tag has loaded',
    [...started, event('click'), batch],
    ['page_view', 'click'],
  ],
  [
    'loading the tag a second time changes nothing',
    [...started, loads, event('click'), batch],
    ['page_view', 'click'],
  ],
  [
    'no page_view is sent at the start with send_page_view: false',
    [calls('config', 'G-TEST', { send_page_view: false }), loads, event('page_view')],
    ['page_view'],
  ],
  [
    'events before any config, or for another id, are not sent',
    [
      event('early'),
      loads,
      calls('config', 'G-OTHER'),
      config,
      event('other', { send_to: 'G-OTHER' }),
      event('ours', { send_to: ['G-OTHER', 'G-TEST'] }),
      batch,
    ],
    ['page_view', 'ours'],
  ],
  [
    'the events of a batch are sent in one request after five seconds',
    [...started, event('scroll'), event('click'), passes(4999)],
    ['page_view'],
  ],
  [
    'the events of a batch are sent in one request after five seconds',
    [...started, event('scroll'), event('click'), passes(5000)],
    ['page_view', 'scroll+click'],
  ],
  [
    'leaving the page sends one user_engagement event together with the batch, and again later',
    [...started, event('click'), hides, leaves, batch, shows, hides],
    ['page_view', 'click+user_engagement', 'user_engagement'],
  ],
])('%s', (_, steps, expected) => {
  expect(requests(play(createPage(), steps))).toEqual(expected)
})

test('only commands pushed as `arguments` objects run', () => {
  const page = createPage()
  page.globals.dataLayer.push(['config', 'G-TEST'], { event: 'click' }, toArguments({}), null)
  page.load()
  page.globals.dataLayer.push(['config', 'G-TEST'], toArguments(1, 'G-TEST'), 'config')
  expect(page.sent).toEqual([])
  // A push returns what the original push returns.
  expect(page.gtag('config', 'G-TEST')).toBe(8)
  expect(requests(page)).toEqual(['page_view'])
})

test('the data layer may have another name', () => {
  const page = createPage()
  page.globals['other'] = [toArguments('config', 'G-TEST')]
  page.gtag('config', 'G-TEST')
  page.load('?id=G-TEST&l=other')
  expect(page.sent).toHaveLength(1)
})

test("`gtag('get')` calls back with ids, and never with the consent state", async () => {
  const page = startedPage()
  const answers: unknown[] = []
  for (const field of ['client_id', 'session_id', 'consent'])
    page.gtag('get', 'G-TEST', field, (value: unknown) => answers.push(value))
  await Promise.resolve()
  expect(answers).toEqual([parameter(page, 'cid')[0], parameter(page, 'sid')[0], undefined])
})

test('loading the tag with another id adds a second tag, and without a script element does nothing', () => {
  const page = startedPage()
  page.gtag('config', 'G-OTHER')
  page.load('', null)
  page.load('')
  expect(parameter(page, 'tid')).toEqual(['G-TEST'])
  expect(page.globals['google_tag_manager']).toEqual({ 'G-TEST': {} })
  page.load('?id=G-OTHER')
  expect(parameter(page, 'tid')).toEqual(['G-TEST', 'G-OTHER'])
})

const DENIED = { ad_storage: 'denied', analytics_storage: 'denied' }
const GRANTED = { analytics_storage: 'granted' }

test.each<[string, readonly Step[], string, boolean]>([
  ['nothing is said', started, 'G111', true],
  ['statistics are granted', [consent('default', GRANTED), ...started], 'G111', true],
  [
    'statistics are denied',
    [consent('default', { analytics_storage: 'denied' }), ...started],
    'G110',
    false,
  ],
  [
    'advertising is denied',
    [consent('default', { ad_storage: 'denied' }), ...started],
    'G101',
    true,
  ],
  ['all is denied', [consent('default', DENIED), ...started], 'G100', false],
  [
    'all is denied after the config command',
    [config, consent('default', DENIED), loads],
    'G111',
    true,
  ],
  [
    'an update before the config command grants',
    [consent('default', DENIED), consent('update', GRANTED), ...started],
    'G101',
    true,
  ],
])(
  'the consent state is sent with each hit, and cookies follow it: %s',
  (_, steps, gcs, hasCookie) => {
    const page = play(createPage(), [...steps, event('click'), leaves])
    expect(requests(page)).toEqual(['page_view', 'click+user_engagement'])
    expect(parameter(page, 'gcs')[0]).toBe(gcs)
    // The client id changes with the state alone.
    expect(new Set(parameter(page, 'cid')).size).toBe(new Set(parameter(page, 'gcs')).size)
    expect(page.jar.read().includes('_ga=')).toBe(hasCookie)
  },
)

test('when consent is denied later, cookies stay and hits are sent with a new client id', () => {
  const page = startedPage()
  const cookies = page.jar.read()
  const steps = [event('queued'), consent('update', { analytics_storage: 'denied' })]
  play(page, [...steps, event('later'), batch])
  const [first, queued, later] = parameter(page, 'cid')
  expect(requests(page)).toEqual(['page_view', 'queued', 'later'])
  expect(queued).toBe(first)
  expect(later).not.toBe(first)
  expect(parameter(page, 'gcs')).toEqual(['G111', 'G111', 'G110'])
  expect(page.jar.read()).toBe(cookies)
})

test('hits are sent to Google by fetch with keepalive', () => {
  const [hit] = startedPage().sent
  expect(hit?.url.href).toMatch(/^https:\/\/www\.google-analytics\.com\/g\/collect\?v=2&/)
  expect([...(hit?.url.searchParams.keys() ?? [])].join()).toBe('v,tid,cid,sid,gcs,dl,dt,en,_et')
  expect(hit?.options).toEqual({
    method: 'POST',
    keepalive: true,
    mode: 'no-cors',
    credentials: 'include',
  })
})

test("hits are sent to the page's own server when one is configured", () => {
  expect(startedPage({ server_container_url: '/google/' }).sent[0]?.url.href).toMatch(
    /^https:\/\/www\.spaceone\.test\/google\/g\/collect\?v=2&/,
  )
  const set = calls('set', { transport_url: 'https://data.spaceone.test' })
  expect(play(createPage(), [set, ...started]).sent[0]?.url.host).toBe('data.spaceone.test')
})

test('hits are sent by sendBeacon when the page asks for it', () => {
  const page = startedPage({ transport_type: 'beacon' })
  expect(page.sent).toEqual([])
  expect(page.beacons).toEqual([expect.stringContaining('en=page_view')])
})

test('hits use a fetch that was replaced after the tag had loaded', () => {
  const page = startedPage()
  const intercepted: string[] = []
  // An interceptor may return `undefined` instead of a promise.
  page.globals['fetch'] = (address: string) => {
    intercepted.push(address)
  }
  play(page, [event('click'), batch])
  expect(page.sent).toHaveLength(1)
  expect(intercepted).toHaveLength(1)
})

test("hits carry the page's address at load time, or the address that the page configures", () => {
  const page = play(startedPage(), [goes('/ko/later'), event('click'), batch])
  expect(new Set(parameter(page, 'dl'))).toEqual(new Set(['https://www.spaceone.test/ko/']))
  const { sent } = startedPage({ page_location: 'https://a.test/' })
  expect(sent[0]?.url.searchParams.get('dl')).toBe('https://a.test/')
})

const LATER = 'https://www.spaceone.test/ko/later'

test.each<[string, readonly Step[], readonly string[]]>([
  ['nothing before 1.1 s have passed', [goes('/ko/later'), passes(1099)], []],
  ['a page_view 1.1 s after a pushState', [goes('/ko/later'), passes(1100)], [LATER]],
  [
    'a page_view when the back button has changed the address',
    [
      goes('/ko/later'),
      passes(1100),
      ({ window }) => window.happyDOM.setURL('https://www.spaceone.test/ko/'),
      goesBack,
      passes(1100),
    ],
    [LATER, 'https://www.spaceone.test/ko/'],
  ],
  ['nothing for a pushState that keeps the address', [goes('/ko/'), goesBack, batch], []],
  [
    'the address at the end of the 1.1 s',
    [
      goes('/ko/first'),
      ({ window }) => window.history.replaceState({}, '', '/ko/later'),
      passes(1100),
    ],
    [LATER],
  ],
])('enhanced measurement sends %s', (_, steps, addresses) => {
  for (const settings of [{}, { send_page_view: false }]) {
    const page = startedPage(settings, { isEnhanced: true })
    page.sent.length = 0
    expect(parameter(play(page, steps), 'dl')).toEqual(addresses)
    expect(new Set(requests(page)).size).toBe(addresses.length && 1)
  }
})

test('enhanced measurement sends its page_view while it pushes gtm.historyChange-v2', () => {
  const page = startedPage({}, { isEnhanced: true })
  const { dataLayer } = page.globals
  const { push } = dataLayer
  const seen: unknown[] = []
  dataLayer.push = (...entries) => {
    const before = page.sent.length
    const length = push.apply(dataLayer, entries)
    seen.push([...entries, page.sent.length - before])
    return length
  }
  page.window.document.title = 'Later'
  play(page, [goes('/ko/later'), passes(1100)])
  expect(seen).toEqual([[{ event: 'gtm.historyChange-v2' }, 1]])
  expect(parameter(page, 'dt')[1]).toBe('Later')
})

test('enhanced measurement reads the consent state at the end of the 1.1 s', () => {
  const page = startedPage({}, { isEnhanced: true })
  const denied = consent('update', { analytics_storage: 'denied' })
  play(page, [denied, goes('/ko/later'), passes(1099), consent('update', GRANTED), passes(1)])
  expect(parameter(page, 'gcs')).toEqual(['G111', 'G111'])
})

test("enhanced measurement sends nothing before any config, or unless the tag's server turns it on", () => {
  const steps = [loads, goes('/ko/later'), passes(1100)]
  expect(play(createPage({ isEnhanced: true }), steps).sent).toEqual([])
  expect(requests(play(createPage(), [config, ...steps]))).toEqual(['page_view'])
})

test.each(Object.entries(SWITCHES))(
  'the switch %s stops a tag at once, including its last hit and its cookies, but no event from before',
  (_, turn) => {
    const turns =
      (isOn: boolean): Step =>
      page =>
        turn(page, isOn)
    const steps = [turns(true), ...started, event('click'), leaves]
    const page = play(createPage({ isEnhanced: true }), steps)
    expect(page.sent).toEqual([])
    expect(page.jar.written).toEqual([])

    const running = startedPage({}, { isEnhanced: true })
    play(running, [event('queued'), turns(true)])
    running.jar.written.length = 0
    play(running, [event('click'), batch, hides])
    expect(requests(running)).toEqual(['page_view', 'queued'])
    expect(running.jar.written).toEqual([])
    play(running, [turns(false), event('scroll'), batch])
    expect(requests(running)).toEqual(['page_view', 'queued', 'scroll'])

    // Enhanced measurement reads the switch at the end of the 1.1 s.
    play(running, [goes('/ko/withdrawn'), turns(true), passes(1100)])
    expect(requests(running)).toHaveLength(3)
    play(running, [goes('/ko/granted'), passes(1099), turns(false), passes(1)])
    expect(requests(running).slice(3)).toEqual(['page_view'])
  },
)

test('a switch for another id has no effect', () => {
  const page = createPage()
  page.globals['ga-disable-G-OTHER'] = true
  page.globals['_gaUserPrefs'] = {}
  expect(play(page, started).sent).toHaveLength(1)
})

const expiryOf = (cookie = '') => Date.parse(/expires=([^;]+)/.exec(cookie)?.[1] ?? '')
const days = (count: number) => count * 24 * 60 * 60 * 1000

test('the tag sets two cookies, on the widest possible domain, for two years', () => {
  const page = startedPage()
  const [client, session] = page.jar.written
  expect(page.jar.written).toHaveLength(2)
  expect(client).toMatch(/^_ga=GA1\.1\.\d+\.\d+; path=\/; domain=spaceone\.test; expires=/)
  expect(session).toMatch(/^_ga_TEST=GS2\.1\.s\d+\$o1\$.*; path=\/; domain=spaceone\.test;/)
  expect(Math.abs(expiryOf(client) - Date.now() - days(730))).toBeLessThan(5000)
  expect(client).toContain(`GA1.1.${parameter(page, 'cid')[0]};`)
  expect(session).toContain(`.s${parameter(page, 'sid')[0]}$`)
})

test.each([
  ['https://a.b.spaceone.test/', '; domain=spaceone.test'],
  ['https://www.spaceone.co.test/', '; domain=spaceone.co.test'],
  ['http://localhost:4321/', ''],
  ['http://127.0.0.1:4321/', ''],
])('cookies of a page on %s have the domain "%s"', (url, domain) => {
  const page = startedPage({}, { url })
  expect(page.jar.written[0]).toMatch(new RegExp(`path=/${domain}; expires=`))
})

test("the tag's cookies follow the settings of the page", () => {
  const page = startedPage({
    cookie_prefix: 'foo',
    cookie_domain: 'none',
    cookie_path: '/ko',
    cookie_expires: 0,
    cookie_flags: 'Secure; Partitioned',
  })
  expect(page.jar.written).toEqual([
    expect.stringMatching(/^foo_ga=[^;]+; path=\/ko; Secure; Partitioned$/),
    expect.stringMatching(/^foo_ga_TEST=[^;]+; path=\/ko; Secure; Partitioned$/),
  ])
  const short = startedPage({ cookie_domain: 'www.spaceone.test', cookie_expires: 86400 })
  expect(short.jar.written[0]).toContain('; domain=www.spaceone.test;')
  expect(Math.abs(expiryOf(short.jar.written[0]) - Date.now() - days(1))).toBeLessThan(5000)
})

const now = Math.floor(Date.now() / 1000)
const cookies = [
  '_ga=GA1.1.12.34; domain=spaceone.test',
  `_ga_TEST=GS2.1.s${now - 60}$o3$g1$t${now - 60}$j60$l0$h0; domain=spaceone.test`,
]

test('cookies of an earlier page are read and renewed', () => {
  const page = startedPage({}, { cookies })
  expect(parameter(page, 'cid')).toEqual(['12.34'])
  expect(parameter(page, 'sid')).toEqual([String(now - 60)])
  expect(page.jar.written).toEqual([
    expect.stringMatching(/^_ga=GA1\.1\.12\.34; .*domain=spaceone\.test; expires=/),
    expect.stringMatching(/^_ga_TEST=.*; domain=spaceone\.test; expires=/),
  ])
  expect(page.jar.read().split('; ')).toHaveLength(2)
})

test('with cookie_update: false, cookies of an earlier page are not renewed, except the session cookie', () => {
  const page = startedPage({ cookie_update: false }, { cookies })
  expect(parameter(page, 'cid')).toEqual(['12.34'])
  const names = page.jar.written.map(cookie => cookie.split('=')[0])
  expect([...new Set(names)]).toEqual(['_ga_TEST'])
})

test('cookies of an old session start a new session', () => {
  const old = now - 3600
  const page = startedPage(
    {},
    { cookies: [`_ga_TEST=GS2.1.s${old}$o3$g1$t${old}$j60$l0$h0; domain=spaceone.test`] },
  )
  expect(page.jar.read()).toMatch(/_ga_TEST=GS2\.1\.s\d+\$o4\$/)
  expect(Number(parameter(page, 'sid')[0])).toBeGreaterThanOrEqual(now)
})

test('deleted cookies are set again with the next hit', () => {
  const page = startedPage()
  for (const name of ['_ga', '_ga_TEST']) page.jar.write(`${name}=; domain=spaceone.test`)
  page.gtag('event', 'click')
  expect(page.jar.read()).toMatch(/^_ga_TEST=/)
})

test('when cookies cannot be written, no hit is sent', () => {
  const page = createPage()
  page.jar.isRefusing = true
  page.gtag('config', 'G-TEST')
  page.load()
  page.leave()
  expect(page.sent).toEqual([])
})
