// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import {
  accepts,
  COLLECT,
  calls,
  command,
  commands,
  decides,
  heard,
  ID,
  insertTag,
  type Journey,
  loadsTag,
  openPage,
  page,
  play,
  pushes,
  rejects,
  type Step,
  scripts,
  TAG,
  transcript,
  travel,
  updates,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { cookies, setCookies } from '../../../../../test/support/page-cookies.ts'
import { redefine } from '../../../../../test/support/redefine.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { memoryStorage } from '../../core/index.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.ts'

useGooglePages()

const open = (ga: Partial<GoogleAnalyticsOptions> = {}, storage = memoryStorage()) =>
  openPage({ analytics: [googleAnalytics({ id: ID, ...ga })], storage })

/** The entries before the configuration after a grant, when the page has queued nothing. */
const SETTINGS = 'consent default, consent update, js, set'
const STARTED = `${SETTINGS}, config ${ID}`

const VIEW = { pageView: true, config: { send_page_view: false } }

const search = calls('event', 'search')
const purchase = calls('event', 'purchase')

const configures =
  (...parameters: readonly object[]) =>
  () =>
    expect(commands().flatMap(([name, , given]) => (name === 'config' ? [given] : []))).toEqual(
      parameters,
    )

const LIFETIME = { cookie_expires: 34_128_000, cookie_update: false }
const CHANGES = { cookie_expires: 3600, send_page_view: false }
const SERVER = 'https://metrics.shop.test/g'
const SIGNALS = { analytics_storage: 'granted', ad_storage: 'granted', ad_user_data: 'denied' }

test.each<[title: string, journey: Journey, options?: Partial<GoogleAnalyticsOptions>]>([
  [
    'before the grant every consent signal is denied once, and the page’s entries are kept',
    [
      ...[pushes({ event: 'gtm.js' }), purchase, rejects, decides({ marketing: true })],
      ...[calls('set', { currency: 'KRW' }), 'consent default, gtm.js, event purchase, set'],
    ],
  ],
  [
    'at the grant settings come first, events and consent commands from before it are dropped, and later events are collected',
    [
      pushes({ event: 'gtm.js' }, { ecommerce: { value: 1 } }, command('js', new Date(0))),
      ...[calls('config', 'G-OTHER'), calls('set', 'language', 'ko'), purchase],
      ...[calls('consent', 'update', { ad_storage: 'granted' }), accepts, search],
      `${SETTINGS}, js, set language, config ${ID}, gtm.js, {ecommerce}, config G-OTHER, event search`,
    ],
  ],
  [
    'pageView sends a page view when the configuration sends none, and again at a later grant',
    [
      ...[accepts, `${STARTED}, event page_view`, loadsTag, withdraws, accepts],
      () => expect(heard()).toBe('consent update, consent update, event page_view'),
    ],
    VIEW,
  ],
  [
    'pageView sends nothing when the configuration sends the page view',
    [accepts, STARTED],
    { pageView: true },
  ],
  [
    'pageView sends nothing when the visitor grants again before the tag has loaded, and the configuration sends the page view',
    [
      ...[accepts, withdraws, accepts],
      `consent default, consent update, consent update, consent update, js, set, config ${ID}`,
    ],
    { pageView: true },
  ],
  [
    'a tag that the site loads gets no config unless the page has configured the id',
    [accepts, 'consent default, consent update, set'],
    { loadScript: false },
  ],
  [
    'the visitor id lives for thirteen months from the first visit [29]',
    [accepts, configures({}), () => expect(commands()).toContainEqual(['set', LIFETIME])],
  ],
  [
    'config of the options overrides the defaults and adds parameters',
    [accepts, configures({ ...CHANGES, server_container_url: SERVER })],
    { config: CHANGES, server: SERVER },
  ],
  [
    'the tag gets the whole address of a server that is a path, since it puts https:// before a path',
    [accepts, configures({ server_container_url: `${location.origin}/metrics` })],
    { server: '/metrics/' },
  ],
  [
    'the page’s last config of the id overrides the config of the options',
    [
      calls('config', ID, { page_location: '/first' }),
      calls('config', ID, { send_page_view: false }),
      ...[calls('config', 'G-OTHER', { debug_mode: false }), accepts],
      configures({ debug_mode: true, send_page_view: false }, { debug_mode: false }),
    ],
    { config: { debug_mode: true, send_page_view: true } },
  ],
  [
    'the options set the category that grants a signal',
    [decides({ analytics: true }), () => expect(updates()).toMatchObject([SIGNALS])],
    { consentMode: { signals: { ad_storage: 'analytics' } } },
  ],
])('%s', (_, journey, options) => travel(open(options), journey))

test('for a visitor with an earlier grant the tag starts at once, events of the page wait for the tag, and pageView sends nothing', async () => {
  page.dataLayer = [command('js', new Date(0)), command('event', 'purchase')]
  await play(open(VIEW, agreedStorage()))
  expect(scripts()).toHaveLength(1)
  expect(transcript()).toBe(`${SETTINGS}, js, config ${ID}, event purchase`)
})

test('events that a prerendered page queues are not sent when the page is opened', async () => {
  const storage = agreedStorage()
  redefine(document, 'prerendering', { value: true })
  page.dataLayer = [command('event', 'purchase')]
  const consent = open({}, storage)
  expect(scripts()).toEqual([])
  Reflect.deleteProperty(document, 'prerendering')
  await play(consent, () => document.dispatchEvent(new Event('prerenderingchange')))
  expect(scripts()).toHaveLength(1)
  expect(transcript()).not.toContain('event purchase')
})

test.each(['', 'text/javascript', 'module'])(
  'a tag that is in the page already, with the type "%s", is not loaded and not configured again',
  async type => {
    const script = Object.assign(insertTag(TAG), { type })
    page.dataLayer = [command('js', new Date()), command('config', ID)]
    loadsTag()
    await play(open(), accepts)
    expect(scripts()).toEqual([script])
    expect(transcript().match(/js|config/g)).toEqual(['js', 'config'])
  },
)

const asksSwitch: Step = () => expect(page._gaUserPrefs?.ioo?.()).toBe(true)
const GATEWAY = 'https://shop.test/metrics'

test.each<[string, string, Partial<GoogleAnalyticsOptions>?]>([
  ['the id in its query', `${GATEWAY}/?id=${ID}`],
  ['the id behind other parameters', `${GATEWAY}/gtag/js?l=dataLayer&id=${ID}`],
  ['the address of the site’s server alone', `${GATEWAY}/`, { server: GATEWAY }],
  ['an unknown address', 'https://shop.test/joined.js'],
])(
  'a tag with %s that a switch has refused before the grant is configured again at the first grant, and no second tag is loaded',
  async (_, src, options) => {
    const script = insertTag('/own.js')
    script.src = src
    page.dataLayer = [command('js', new Date()), command('config', ID)]
    loadsTag()
    page.google_tag_manager = { [ID]: {} }
    const consent = open(options)
    await play(consent, asksSwitch, accepts)
    expect(scripts()).toEqual([script])
    expect(heard()).toMatch(new RegExp(`js, set, config ${ID}$`))
    await play(consent, withdraws, asksSwitch, accepts)
    expect(heard().match(/config/g)).toHaveLength(1)
  },
)

test.each([
  [`${GATEWAY}/?id=${ID}`, 'the tag, which is not loaded twice'],
  ...[`${GATEWAY}/?id=${ID}0`, `${GATEWAY}/?gid=${ID}`, `${GATEWAY}/${ID}`].map(src => [
    src,
    'another',
  ]),
])('a script at %s that has not loaded at the grant is %s', async (src, is) => {
  insertTag(src)
  await play(open(), accepts)
  expect(scripts().map(script => script.src)).toEqual(is === 'another' ? [src, TAG] : [src])
})

test('cookies and keys of Google Analytics are deleted at the start while denied and at the withdrawal, with a prefix of the options, too, and others are kept', async () => {
  const others = ['_gatekeeper', 'session', 'shop', 'shop_cart']
  const set = () => {
    setCookies('_ga', '_ga_ABC123', '_ga_OTHER', '_gid', '_gcl_au', '__utma', 'shop_ga')
    setCookies('shop_ga_ABC123', ...others)
    for (const key of ['_gcl_ls', 'cart']) localStorage.setItem(key, '1')
  }
  set()
  const consent = open({ config: { cookie_prefix: 'shop' } })
  for (const step of [() => {}, withdraws]) {
    await play(consent, step)
    expect(cookies()).toEqual(others)
    expect(['_gcl_ls', 'cart'].filter(key => key in localStorage)).toEqual(['cart'])
    await play(consent, accepts, set)
  }
})

const seconds = (count: number) => () => vi.advanceTimersByTimeAsync(count * 1000)

/**
 * Opens a page, accepts, and sets a visitor id. `sends` tries a hit with each of three visitor ids,
 * and returns the ids whose hit is not blocked.
 */
const identify = async () => {
  vi.useFakeTimers()
  const { reaches } = stubFetch()
  const consent = open({ server: '/metrics' })
  await play(consent, accepts)
  document.cookie = '_ga=GA1.1.111.222; path=/'
  const sends = (address = COLLECT) =>
    ['111.222', '333.444', '555.666'].filter(id => reaches(`${address}&tid=${ID}&cid=${id}`))
  return { consent, sends }
}

test('a hit with the visitor id from before a withdrawal is blocked for ten seconds, under any cookie prefix and on any host [2]', async () => {
  const { consent, sends } = await identify()
  document.cookie = 'foo_ga=GA1.2.333.444; path=/'
  await play(consent, withdraws, accepts)
  for (const address of [COLLECT, '/own/ga/g/c?v=2']) expect(sends(address)).toEqual(['555.666'])
  await play(consent, seconds(9.999))
  expect(sends()).toEqual(['555.666'])
  await play(consent, seconds(0.001))
  expect(sends()).toHaveLength(3)
})

test('destroy removes every rule of the silence', async () => {
  const { consent, sends } = await identify()
  await play(consent, withdraws, accepts)
  expect(sends()).toEqual(['333.444', '555.666'])
  consent.destroy()
  expect(sends()).toHaveLength(3)
})
