import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'

const script = readFileSync(new URL('../examples/google-stand-in/gtag.js', import.meta.url), 'utf8')

const enhancedScript = script.replace('ENHANCED = false', 'ENHANCED = true')

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
 * Creates a page with the tag's script element, a simulated clock, and lists of everything sent.
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
  const timers = new Map<number, { run: () => void; at: number }>()
  let lastTimer = 0
  let now = 0
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
  const setTimeout = (run: () => void, ms: number) => {
    lastTimer += 1
    timers.set(lastTimer, { run, at: now + ms })
    return lastTimer
  }
  const clearTimeout = (timer: number) => timers.delete(timer)
  const pass = (ms: number) => {
    now += ms
    for (const [timer, { run, at }] of [...timers]) {
      if (at > now) continue
      timers.delete(timer)
      run()
    }
  }

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
    /** Advances the simulated clock, in milliseconds. */
    pass,
    afterBatch: () => pass(5000),
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

const parameter = (page: ReturnType<typeof createPage>, name: string) =>
  page.sent.map(({ url }) => url.searchParams.get(name))

const eventsOf = (page: ReturnType<typeof createPage>) => page.sent.map(({ events }) => events)

const startedPage = (settings: object = {}, options: Parameters<typeof createPage>[0] = {}) => {
  const page = createPage(options)
  page.gtag('js', new Date())
  page.gtag('config', 'G-TEST', settings)
  page.load()
  return page
}

describe('the data layer', () => {
  test('commands in the data layer run, whether pushed before or after the tag has loaded', () => {
    const page = startedPage()
    page.gtag('event', 'click')
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view'], ['click']])
  })

  test('only commands pushed as `arguments` objects run', () => {
    const page = createPage()
    page.globals.dataLayer.push(['config', 'G-TEST'], { event: 'click' }, toArguments({}), null)
    page.load()
    page.globals.dataLayer.push(['config', 'G-TEST'], toArguments(1, 'G-TEST'), 'config')
    expect(page.sent).toEqual([])
    page.gtag('config', 'G-TEST')
    expect(eventsOf(page)).toEqual([['page_view']])
  })

  test('the data layer may have another name', () => {
    const page = createPage()
    page.globals['other'] = [toArguments('config', 'G-TEST')]
    page.gtag('config', 'G-TEST')
    page.load('?id=G-TEST&l=other')
    expect(page.sent).toHaveLength(1)
  })

  test('pushing to the data layer returns what the original push returns', () => {
    const page = startedPage()
    expect(page.gtag('event', 'click')).toBe(3)
  })

  test("`gtag('get')` calls back with ids, and never with the consent state", async () => {
    const page = startedPage()
    const answers: unknown[] = []
    for (const field of ['client_id', 'session_id', 'consent']) {
      page.gtag('get', 'G-TEST', field, (value: unknown) => answers.push(value))
    }
    await Promise.resolve()
    expect(answers).toEqual([parameter(page, 'cid')[0], parameter(page, 'sid')[0], undefined])
  })
})

describe('loading', () => {
  test('loading the tag a second time changes nothing', () => {
    const page = startedPage()
    page.load()
    page.gtag('event', 'click')
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view'], ['click']])
    expect(page.globals['google_tag_manager']).toEqual({ 'G-TEST': {} })
  })

  test('loading the tag with another id adds a second tag', () => {
    const page = startedPage()
    page.gtag('config', 'G-OTHER')
    page.load('?id=G-OTHER')
    expect(parameter(page, 'tid')).toEqual(['G-TEST', 'G-OTHER'])
  })

  test('a script without a current script element does nothing', () => {
    const page = createPage()
    page.gtag('config', 'G-TEST')
    page.load('', null)
    page.load('')
    expect(page.sent).toEqual([])
  })
})

describe('consent', () => {
  test.each([
    [{}, 'G111'],
    [{ analytics_storage: 'granted' }, 'G111'],
    [{ analytics_storage: 'denied' }, 'G110'],
    [{ ad_storage: 'denied' }, 'G101'],
    [{ ad_storage: 'denied', analytics_storage: 'denied' }, 'G100'],
  ])('the consent state %o is sent as %s', (states, gcs) => {
    const page = createPage()
    page.gtag('consent', 'default', states)
    page.gtag('config', 'G-TEST')
    page.load()
    expect(parameter(page, 'gcs')).toEqual([gcs])
  })

  test('a config command before the consent default is sent as if consent were granted', () => {
    const page = createPage()
    page.gtag('config', 'G-TEST')
    page.gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' })
    page.load()
    expect(parameter(page, 'gcs')).toEqual(['G111'])
    expect(page.jar.read()).toContain('_ga=')
  })

  test('a consent update before the config command applies to the first hit', () => {
    const page = createPage()
    page.gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' })
    page.gtag('consent', 'update', { analytics_storage: 'granted' })
    page.gtag('config', 'G-TEST')
    page.load()
    expect(parameter(page, 'gcs')).toEqual(['G101'])
    expect(page.jar.read()).toContain('_ga=')
  })

  test('while consent is denied from the start, hits are sent without cookies', () => {
    const page = createPage()
    page.gtag('consent', 'default', { analytics_storage: 'denied' })
    page.gtag('config', 'G-TEST')
    page.load()
    page.gtag('event', 'click')
    page.leave()
    expect(eventsOf(page)).toEqual([['page_view'], ['click', 'user_engagement']])
    expect(new Set(parameter(page, 'cid')).size).toBe(1)
    expect(page.jar.written).toEqual([])
  })

  test('when consent is denied later, cookies stay and hits are sent with a new client id', () => {
    const page = startedPage()
    const cookies = page.jar.read()
    page.gtag('event', 'queued')
    page.gtag('consent', 'update', { analytics_storage: 'denied' })
    page.gtag('event', 'later')
    page.afterBatch()
    const [first, queued, later] = parameter(page, 'cid')
    expect(eventsOf(page)).toEqual([['page_view'], ['queued'], ['later']])
    expect(queued).toBe(first)
    expect(later).not.toBe(first)
    expect(parameter(page, 'gcs')).toEqual(['G111', 'G111', 'G110'])
    expect(page.jar.read()).toBe(cookies)
  })
})

describe('hits', () => {
  test('hits are sent to Google by fetch with keepalive', () => {
    const page = startedPage()
    expect(page.sent).toHaveLength(1)
    const [hit] = page.sent
    expect(hit?.url.href).toMatch(/^https:\/\/www\.google-analytics\.com\/g\/collect\?v=2&/)
    expect([...(hit?.url.searchParams.keys() ?? [])]).toEqual([
      'v',
      'tid',
      'cid',
      'sid',
      'gcs',
      'dl',
      'dt',
      'en',
      '_et',
    ])
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
    const page = createPage()
    page.gtag('set', { transport_url: 'https://data.spaceone.test' })
    page.gtag('config', 'G-TEST')
    page.load()
    expect(page.sent[0]?.url.host).toBe('data.spaceone.test')
  })

  test('hits are sent by sendBeacon when the page asks for it', () => {
    const page = startedPage({ transport_type: 'beacon' })
    expect(page.sent).toEqual([])
    expect(page.beacons).toEqual([expect.stringContaining('en=page_view')])
  })

  test('the events of a batch are sent in one request', () => {
    const page = startedPage()
    page.gtag('event', 'scroll')
    page.gtag('event', 'click')
    page.pass(4999)
    expect(page.sent).toHaveLength(1)
    page.pass(1)
    expect(page.sent).toHaveLength(2)
    expect(page.sent[1]?.options['body']).toMatch(/^en=scroll&_et=\d+\r\nen=click&_et=\d+$/)
  })

  test('hits use a fetch that was replaced after the tag had loaded', () => {
    const page = startedPage()
    const intercepted: string[] = []
    // An interceptor may return `undefined` instead of a promise.
    page.globals['fetch'] = (address: string) => {
      intercepted.push(address)
    }
    page.gtag('event', 'click')
    page.afterBatch()
    expect(page.sent).toHaveLength(1)
    expect(intercepted).toHaveLength(1)
  })

  test("hits carry the page's address at load time, or the address that the page configures", () => {
    const page = startedPage()
    page.push('/ko/later')
    page.gtag('event', 'click')
    page.afterBatch()
    expect(new Set(parameter(page, 'dl'))).toEqual(new Set(['https://www.spaceone.test/ko/']))
    expect(parameter(startedPage({ page_location: 'https://a.test/' }), 'dl')).toEqual([
      'https://a.test/',
    ])
  })

  test('no page_view is sent at the start when the page has send_page_view: false', () => {
    const page = startedPage({ send_page_view: false })
    expect(page.sent).toEqual([])
    page.gtag('event', 'page_view')
    expect(eventsOf(page)).toEqual([['page_view']])
  })

  test('events before any config, or for another id, are not sent', () => {
    const page = createPage()
    page.gtag('event', 'early')
    page.load()
    page.gtag('config', 'G-OTHER')
    page.gtag('config', 'G-TEST')
    page.gtag('event', 'other', { send_to: 'G-OTHER' })
    page.gtag('event', 'ours', { send_to: ['G-OTHER', 'G-TEST'] })
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view'], ['ours']])
  })

  test('leaving the page sends one user_engagement event together with the batch', () => {
    const page = startedPage()
    page.gtag('event', 'click')
    page.show('hidden')
    page.leave()
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view'], ['click', 'user_engagement']])
    page.show('visible')
    page.show('hidden')
    expect(eventsOf(page).slice(2)).toEqual([['user_engagement']])
  })
})

const switches = {
  'ga-disable': (page: ReturnType<typeof createPage>, isOn: boolean) => {
    page.globals['ga-disable-G-TEST'] = isOn
  },
  '_gaUserPrefs.ioo': (page: ReturnType<typeof createPage>, isOn: boolean) => {
    page.globals['_gaUserPrefs'] = { ioo: () => isOn }
  },
}

describe('enhanced measurement', () => {
  const enhancedPage = (settings: object = {}) => startedPage(settings, { isEnhanced: true })

  test('enhanced measurement sends a page_view 1.1 s after a pushState, not before', () => {
    const page = enhancedPage()
    page.window.document.title = 'Later'
    page.push('/ko/later')
    page.pass(1099)
    expect(eventsOf(page)).toEqual([['page_view']])
    page.pass(1)
    expect(eventsOf(page)).toEqual([['page_view'], ['page_view']])
    expect(parameter(page, 'dl')[1]).toBe('https://www.spaceone.test/ko/later')
    expect(parameter(page, 'dt')[1]).toBe('Later')
  })

  test('enhanced measurement sends its page_view while it pushes gtm.historyChange-v2', () => {
    const page = enhancedPage()
    const { dataLayer } = page.globals
    const push = dataLayer.push
    const seen: unknown[] = []
    dataLayer.push = (...entries) => {
      const before = page.sent.length
      const length = push.apply(dataLayer, entries)
      seen.push([...entries, page.sent.length - before])
      return length
    }
    page.push('/ko/later')
    page.pass(1100)
    expect(seen).toEqual([[{ event: 'gtm.historyChange-v2' }, 1]])
  })

  test('enhanced measurement sends a page_view when the back button has changed the address', () => {
    const page = enhancedPage()
    page.push('/ko/later')
    page.pass(1100)
    page.window.happyDOM.setURL('https://www.spaceone.test/ko/')
    page.window.dispatchEvent(new page.window.Event('popstate'))
    page.pass(1100)
    expect(parameter(page, 'dl').slice(1)).toEqual([
      'https://www.spaceone.test/ko/later',
      'https://www.spaceone.test/ko/',
    ])
  })

  test('enhanced measurement sends no page_view for a pushState that keeps the address', () => {
    const page = enhancedPage()
    page.push('/ko/')
    page.window.dispatchEvent(new page.window.Event('popstate'))
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view']])
  })

  test('enhanced measurement reads the address at the end of the 1.1 s', () => {
    const page = enhancedPage()
    page.push('/ko/later')
    page.window.history.replaceState({}, '', '/ko/last')
    page.pass(1100)
    expect(parameter(page, 'dl')[1]).toBe('https://www.spaceone.test/ko/last')
  })

  test.each(Object.entries(switches))(
    'enhanced measurement reads the switch %s at the end of the 1.1 s',
    (_name, turn) => {
      const page = enhancedPage()
      page.push('/ko/withdrawn')
      turn(page, true)
      page.pass(1100)
      expect(eventsOf(page)).toEqual([['page_view']])
      page.push('/ko/granted')
      page.pass(1099)
      turn(page, false)
      page.pass(1)
      expect(eventsOf(page)).toEqual([['page_view'], ['page_view']])
    },
  )

  test('enhanced measurement reads the consent state at the end of the 1.1 s', () => {
    const page = enhancedPage()
    page.gtag('consent', 'update', { analytics_storage: 'denied' })
    page.push('/ko/later')
    page.pass(1099)
    page.gtag('consent', 'update', { analytics_storage: 'granted' })
    page.pass(1)
    expect(parameter(page, 'gcs')).toEqual(['G111', 'G111'])
  })

  test('enhanced measurement sends a page_view also with send_page_view: false', () => {
    const page = enhancedPage({ send_page_view: false })
    page.push('/ko/later')
    page.pass(1100)
    expect(eventsOf(page)).toEqual([['page_view']])
  })

  test('enhanced measurement sends nothing before any config', () => {
    const page = createPage({ isEnhanced: true })
    page.load()
    page.push('/ko/later')
    page.pass(1100)
    expect(page.sent).toEqual([])
  })

  test("enhanced measurement is off unless the tag's server turns it on", () => {
    const page = startedPage()
    page.push('/ko/later')
    page.afterBatch()
    expect(eventsOf(page)).toEqual([['page_view']])
  })
})

describe('the two disable switches', () => {
  describe.each(Object.entries(switches))('%s', (_name, turn) => {
    test('a switch that is on keeps a loading tag from sending and from writing cookies', () => {
      const page = createPage()
      turn(page, true)
      page.gtag('config', 'G-TEST')
      page.load()
      page.gtag('event', 'click')
      page.leave()
      expect(page.sent).toEqual([])
      expect(page.jar.written).toEqual([])
    })

    test('a switch turned on stops a running tag, including its last hit, and can be turned off again', () => {
      const page = startedPage()
      page.jar.written.length = 0
      turn(page, true)
      page.gtag('event', 'click')
      page.afterBatch()
      page.show('hidden')
      expect(eventsOf(page)).toEqual([['page_view']])
      expect(page.jar.written).toEqual([])
      turn(page, false)
      page.gtag('event', 'scroll')
      page.afterBatch()
      expect(eventsOf(page)).toEqual([['page_view'], ['scroll']])
    })

    test('a switch does not stop an event that was queued before', () => {
      const page = startedPage()
      page.gtag('event', 'queued')
      turn(page, true)
      page.afterBatch()
      expect(eventsOf(page)).toEqual([['page_view'], ['queued']])
    })
  })

  test('a switch for another id has no effect', () => {
    const page = createPage()
    page.globals['ga-disable-G-OTHER'] = true
    page.globals['_gaUserPrefs'] = {}
    page.gtag('config', 'G-TEST')
    page.load()
    expect(page.sent).toHaveLength(1)
  })
})

describe('cookies', () => {
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
})
