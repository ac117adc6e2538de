import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { beforeEach, expect, test, vi } from 'vitest'

const script = readFileSync(new URL('../examples/google-stand-in/gtag.js', import.meta.url), 'utf8')

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

const createJar = () => {
  const kept = new Map<string, string>()
  const written: string[] = []
  const write = (text: string) => {
    const [pair = ''] = text.split(';')
    const [name = '', value] = pair.split('=')
    if (!value) return void kept.delete(name)
    kept.set(name, pair)
    written.push(text)
  }
  return { read: () => [...kept.values()].join('; '), write, written }
}

const toArguments = new Function('return arguments') as (...command: unknown[]) => unknown

const createPage = ({ isEnhanced = false } = {}) => {
  const window = new Window({ url: 'https://www.spaceone.test/ko/' })
  const { document, location, navigator } = window
  const jar = createJar()
  const sent: { url: URL; events: (string | null)[] }[] = []
  const globals = Object.assign(window, {
    dataLayer: [] as unknown[],
    fetch: async (address: string, options: { body?: string }) => {
      const url = new URL(address)
      const events = [url.search, ...(options.body ?? '').split('\r\n')]
        .map(line => new URLSearchParams(line).get('en'))
        .filter(Boolean)
      sent.push({ url, events })
    },
  }) as unknown as Record<string, unknown> & { dataLayer: unknown[] }
  const define = (target: object, name: string, property: PropertyDescriptor) =>
    Object.defineProperty(target, name, { configurable: true, ...property })
  define(document, 'cookie', { get: jar.read, set: jar.write })
  return {
    ...{ window, globals, jar, sent },
    gtag: (...command: unknown[]) => globals.dataLayer.push(toArguments(...command)),
    load() {
      define(document, 'currentScript', { value: { src: 'https://tag.test/?id=G-TEST' } })
      const names = { window, document, location, navigator, setTimeout, clearTimeout }
      const text = script.replace('ENHANCED = false', `ENHANCED = ${isEnhanced}`)
      new Function(...Object.keys(names), text)(...Object.values(names))
    },
  }
}

type Page = ReturnType<typeof createPage>

const parameter = (page: Page, name: string) =>
  page.sent.map(({ url }) => url.searchParams.get(name))

type Step = (page: Page) => unknown

const calls =
  (...command: unknown[]) =>
  (page: Page) =>
    page.gtag(...command)
const event = (name: string, parameters = {}) => calls('event', name, parameters)
const consent = (kind: 'default' | 'update', signals: object) => calls('consent', kind, signals)
const config = calls('config', 'G-TEST')
const loads: Step = page => page.load()
const leaves: Step = ({ window }) => window.dispatchEvent(new window.Event('pagehide'))
const hides: Step = ({ window }) => {
  Object.defineProperty(window.document, 'visibilityState', { value: 'hidden' })
  window.document.dispatchEvent(new window.Event('visibilitychange'))
}
const passes = (ms: number) => () => vi.advanceTimersByTime(ms)
const batch = passes(5000)
const goes =
  (path: string) =>
  ({ window }: Page) =>
    window.history.pushState({}, '', path)
const started = [config, loads]

/** A text is the expected list of all requests so far; `+` joins events of one. */
type Steps = readonly (Step | string)[]

const play = (page: Page, steps: Steps) => {
  for (const step of steps)
    if (typeof step !== 'string') step(page)
    else expect(page.sent.map(({ events }) => events.join('+')).join(' ')).toBe(step)
  return page
}

const startedPage = (settings: object = {}, options: Parameters<typeof createPage>[0] = {}) =>
  play(createPage(options), [calls('js', new Date()), calls('config', 'G-TEST', settings), loads])

test.each<readonly [string, Steps]>([
  [
    'commands run whether pushed before or after the tag has loaded, and a second load changes nothing',
    [...started, loads, event('click'), batch, 'page_view click'],
  ],
  [
    'no page_view is sent at the start with send_page_view: false',
    [calls('config', 'G-TEST', { send_page_view: false }), loads, event('page_view'), 'page_view'],
  ],
  [
    'events before any config, or for another id, are not sent',
    [
      ...[event('early'), loads, calls('config', 'G-OTHER'), config],
      event('other', { send_to: 'G-OTHER' }),
      event('ours', { send_to: ['G-OTHER', 'G-TEST'] }),
      ...[batch, 'page_view ours'],
    ],
  ],
  [
    'the events of a batch are sent in one request after five seconds',
    [
      ...[...started, event('scroll'), event('click'), passes(4999), 'page_view'],
      ...[passes(1), 'page_view scroll+click'],
    ],
  ],
  [
    'a switch for another id has no effect',
    [
      ({ globals }) => Object.assign(globals, { 'ga-disable-G-OTHER': true, _gaUserPrefs: {} }),
      ...[...started, 'page_view'],
    ],
  ],
])('%s', (_, steps) => void play(createPage(), steps))

test('only commands pushed as `arguments` objects run', () => {
  const page = createPage()
  page.globals.dataLayer.push(['config', 'G-TEST'], { event: 'click' }, toArguments({}), null)
  page.load()
  page.globals.dataLayer.push(['config', 'G-TEST'], toArguments(1, 'G-TEST'), 'config')
  expect(page.sent).toEqual([])
  // A push returns what the original push returns.
  expect(page.gtag('config', 'G-TEST')).toBe(8)
  play(page, ['page_view'])
})

const NO_STATISTICS = { analytics_storage: 'denied' }
const NO_ADS = { ad_storage: 'denied' }
const DENIED = { ...NO_ADS, ...NO_STATISTICS }
const GRANTED = { analytics_storage: 'granted' }

test.each<[string, string, readonly Step[]]>([
  ['nothing is said', 'G111', started],
  ['statistics are granted', 'G111', [consent('default', GRANTED), ...started]],
  ['statistics are denied', 'G110', [consent('default', NO_STATISTICS), ...started]],
  ['advertising is denied', 'G101', [consent('default', NO_ADS), ...started]],
  ['all is denied', 'G100', [consent('default', DENIED), ...started]],
  ['all is denied after config', 'G111', [config, consent('default', DENIED), loads]],
  [
    'an update grants',
    'G101',
    [consent('default', DENIED), consent('update', GRANTED), ...started],
  ],
])('the consent state is sent with each hit, and cookies follow it: %s', (_, gcs, steps) => {
  const all = [...steps, event('click'), leaves, 'page_view click+user_engagement']
  const page = play(createPage(), all)
  expect(parameter(page, 'gcs')[0]).toBe(gcs)
  // The client id changes only when the consent state changes.
  expect(new Set(parameter(page, 'cid')).size).toBe(new Set(parameter(page, 'gcs')).size)
  expect(page.jar.read().includes('_ga=')).toBe(gcs.endsWith('1'))
})

test('when consent is denied later, cookies stay and hits are sent with a new client id', () => {
  const page = startedPage()
  const cookies = page.jar.read()
  const steps = [event('queued'), consent('update', NO_STATISTICS), event('later'), batch]
  play(page, [...steps, 'page_view queued later'])
  const [first, queued, later] = parameter(page, 'cid')
  expect(queued).toBe(first)
  expect(later).not.toBe(first)
  expect(parameter(page, 'gcs')).toEqual(['G111', 'G111', 'G110'])
  expect(page.jar.read()).toBe(cookies)
})

test('enhanced measurement sends its page_view while it pushes gtm.historyChange-v2, and reads the title and the consent state then', () => {
  const page = startedPage({}, { isEnhanced: true })
  const { dataLayer } = page.globals
  const { push } = dataLayer
  const seen: unknown[] = []
  play(page, [consent('update', NO_STATISTICS), goes('/ko/later'), passes(1099)])
  play(page, [consent('update', GRANTED)])
  page.window.document.title = 'Later'
  dataLayer.push = (...entries) => {
    const before = page.sent.length
    const length = push.apply(dataLayer, entries)
    seen.push(...entries, page.sent.length - before)
    return length
  }
  play(page, [passes(1)])
  expect(seen).toEqual([{ event: 'gtm.historyChange-v2' }, 1])
  expect(parameter(page, 'dt')[1]).toBe('Later')
  expect(parameter(page, 'gcs')).toEqual(['G111', 'G111'])
})

test("enhanced measurement sends nothing before any config, or unless the tag's server turns it on", () => {
  const steps = [loads, goes('/ko/later'), passes(1100)]
  play(createPage({ isEnhanced: true }), [...steps, ''])
  play(createPage(), [config, ...steps, 'page_view'])
})

const SWITCHES = {
  'ga-disable': ({ globals }: Page, isOn: boolean) => {
    globals['ga-disable-G-TEST'] = isOn
  },
  '_gaUserPrefs.ioo': ({ globals }: Page, isOn: boolean) => {
    globals['_gaUserPrefs'] = { ioo: () => isOn }
  },
}

test.each(Object.entries(SWITCHES))(
  'the switch %s stops a tag at once, including its last hit and its cookies, but no event from before',
  (_, turn) => {
    const off: Step = page => turn(page, true)
    const on: Step = page => turn(page, false)
    const page = play(createPage(), [off, ...started, event('click'), leaves, ''])
    expect(page.jar.written).toEqual([])

    const running = play(startedPage({}, { isEnhanced: true }), [event('queued'), off])
    running.jar.written.length = 0
    play(running, [event('click'), batch, hides, 'page_view queued'])
    expect(running.jar.written).toEqual([])
    play(running, [on, event('scroll'), batch, 'page_view queued scroll'])
    // Enhanced measurement waits 1.1 s after a change of the address, and then reads the opt-out
    // switch.
    play(running, [goes('/ko/withdrawn'), off, passes(1100), 'page_view queued scroll'])
    const granted = 'page_view queued scroll page_view'
    play(running, [goes('/ko/granted'), passes(1099), on, passes(1), granted])
  },
)

test('when cookies cannot be written, no hit is sent', () => {
  const page = createPage()
  Object.defineProperty(page.window.document, 'cookie', { get: () => '', set: () => {} })
  play(page, [...started, leaves, ''])
})
