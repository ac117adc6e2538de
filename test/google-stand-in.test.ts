import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { beforeEach, expect, test, vi } from 'vitest'

const script = readFileSync(new URL('../examples/google-stand-in/gtag.js', import.meta.url), 'utf8')

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

const toArguments = new Function('return arguments') as (...command: unknown[]) => unknown

const createPage = ({ isEnhanced = false } = {}) => {
  const window = new Window({ url: 'https://www.spaceone.test/ko/' })
  const { document, location, navigator } = window
  const sent: { url: URL; events: (string | null)[] }[] = []
  const globals = Object.assign(window, {
    dataLayer: [] as unknown[],
    fetch: async (address: string, { body = '' }) => {
      const url = new URL(address)
      const lines = [url.search, ...body.split('\r\n')].map(line => new URLSearchParams(line))
      sent.push({ url, events: lines.map(line => line.get('en')).filter(Boolean) })
    },
  }) as unknown as Record<string, unknown> & { dataLayer: unknown[] }
  Object.defineProperty(document, 'currentScript', {
    value: { src: 'https://tag.test/?id=G-TEST' },
  })
  return {
    ...{ window, globals, sent },
    load() {
      const names = { window, document, location, navigator, setTimeout, clearTimeout }
      const text = script.replace('ENHANCED = false', `ENHANCED = ${isEnhanced}`)
      new Function(...Object.keys(names), text)(...Object.values(names))
    },
  }
}

type Page = ReturnType<typeof createPage>
type Step = (page: Page) => unknown

const parameter = (page: Page, name: string) =>
  page.sent.map(({ url }) => url.searchParams.get(name))
const calls =
  (...command: unknown[]): Step =>
  page =>
    page.globals.dataLayer.push(toArguments(...command))
const event = (name: string, parameters = {}) => calls('event', name, parameters)
const consent = (kind: 'default' | 'update', signals: object) => calls('consent', kind, signals)
const loads: Step = page => page.load()
const leaves: Step = ({ window }) => window.dispatchEvent(new window.Event('pagehide'))
const passes = (ms: number) => () => vi.advanceTimersByTime(ms)
const batch = passes(5000)
const goes =
  (path: string): Step =>
  ({ window }) =>
    window.history.pushState({}, '', path)
const deletesCookies: Step = ({ window: { document } }) => {
  for (const name of ['_ga', '_ga_TEST'])
    document.cookie = `${name}=; domain=spaceone.test; path=/; max-age=-1`
}
const config = calls('config', 'G-TEST')
const started = [config, loads]

/** Makes steps; a text is the expected list of all requests so far. `+` joins events of one. */
const play = (page: Page, steps: readonly (Step | string)[]) => {
  for (const step of steps)
    if (typeof step !== 'string') step(page)
    else expect(page.sent.map(({ events }) => events.join('+')).join(' ')).toBe(step)
  return page
}

test('only commands pushed as `arguments` objects run', () => {
  play(createPage(), [
    ({ globals }) => globals.dataLayer.push(['config', 'G-TEST'], toArguments({}), null),
    loads,
    ({ globals }) => globals.dataLayer.push(['config', 'G-TEST']),
    ...['', config, 'page_view'],
  ])
})

const NO_STATISTICS = { analytics_storage: 'denied' }
const NO_ADS = { ad_storage: 'denied' }
const DENIED = { ...NO_ADS, ...NO_STATISTICS }
const GRANTED = { analytics_storage: 'granted' }

test.each<[string, string, readonly Step[]]>([
  ['nothing is said', 'G111', started],
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
  expect(page.window.document.cookie.includes('_ga=')).toBe(gcs.endsWith('1'))
})

test('when consent is denied later, cookies stay and hits are sent with a new client id', () => {
  const page = play(createPage(), started)
  const { cookie } = page.window.document
  const steps = [event('queued'), consent('update', NO_STATISTICS), event('later'), batch]
  play(page, [...steps, 'page_view queued later'])
  const [first, queued, later] = parameter(page, 'cid')
  expect(queued).toBe(first)
  expect(later).not.toBe(first)
  expect(parameter(page, 'gcs')).toEqual(['G111', 'G111', 'G110'])
  expect(page.window.document.cookie).toBe(cookie)
})

test('enhanced measurement sends its page_view while it pushes gtm.historyChange-v2, and reads the title and the consent state then', () => {
  const page = play(createPage({ isEnhanced: true }), started)
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

test.each<[string, (isOn: boolean) => object]>([
  ['ga-disable', isOn => ({ 'ga-disable-G-TEST': isOn })],
  ['_gaUserPrefs.ioo', isOn => ({ _gaUserPrefs: { ioo: () => isOn } })],
])(
  'the switch %s stops a tag at once, including its last hit and its cookies, but no event from before',
  (_, switched) => {
    const off: Step = ({ globals }) => Object.assign(globals, switched(true))
    const on: Step = ({ globals }) => Object.assign(globals, switched(false))
    const steps = [off, ...started, event('click'), leaves, '']
    expect(play(createPage(), steps).window.document.cookie).toBe('')

    play(createPage({ isEnhanced: true }), [
      ...[...started, event('queued'), off, deletesCookies, event('click'), batch, leaves],
      ({ window }) => expect(window.document.cookie).toBe(''),
      ...['page_view queued', on, event('scroll'), batch, 'page_view queued scroll'],
      // Enhanced measurement waits 1.1 s after a change of the address, and then reads the opt-out
      // switch.
      ...[goes('/ko/withdrawn'), off, passes(1100), 'page_view queued scroll'],
      ...[goes('/ko/granted'), passes(1099), on, passes(1), 'page_view queued scroll page_view'],
    ])
  },
)
