// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  expectOwn,
  expectRefusal,
  keysOf,
  withEach,
  withFew,
} from '../../../test/support/hostile.ts'
import type { AnyConsent, PolicyOptions, PolicyVersion } from './core/index.ts'
import type { DeliveryOptions } from './evidence/index.ts'
import { deliverTo } from './evidence.ts'
import type { ScriptOptions, ServiceOptions } from './gate/index.ts'
import {
  type Article9Options,
  article9,
  type ConsentOptions,
  type CookieOptions,
  createConsent,
  type FirebaseAnalyticsOptions,
  firebaseAnalytics,
  type GoogleAnalyticsOptions,
  type GoogleTagManagerOptions,
  googleAnalytics,
  googleTagManager,
  type HistoryOptions,
  script,
  service,
} from './index.ts'

// The tests try many values, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 })

type Feed = (value: unknown) => object

/** Returns valid options that contain the given part. */
const optionsOf = (way: string, given: object): ConsentOptions<string> =>
  (way === 'createConsent()'
    ? given
    : { policy: POLICY, categories: { analytics: {} }, ...given }) as never

const POLICY = { version: '2024-01-18' }

/** The options that all tags of Google share. */
const GOOGLE_TAG = {
  id: true,
  server: true,
  dataLayer: true,
  loadScript: true,
  mode: true,
  consentMode: true,
} as const

/**
 * Returns one row for each option, with the path and a function that builds the options from a
 * value.
 */
const ways = (path: string, keys: readonly string[], feed: (part: object) => unknown) =>
  keys.map(key => [`${path}.${key}`, (value: unknown) => feed({ [key]: value })] as const) as [
    string,
    Feed,
  ][]

const under = (made: unknown) => ({ categories: { analytics: { services: [made] } } })

const CHAT = { name: 'Chat', match: ['chat.example'], cookies: ['chat_*'], start() {}, stop() {} }
const VERSION = { version: '2024-01-18', effective: '2024-01-18', material: true }

/** Every public option and argument of the npm package. */
const OPTIONS: readonly (readonly [string, Feed])[] = [
  ['createConsent()', value => value as never],
  ...ways(
    'createConsent',
    keysOf<ConsentOptions<string>>({
      policy: true,
      categories: true,
      services: true,
      cookie: true,
      history: true,
      delivery: true,
      language: true,
      restricted: true,
      nonce: true,
    }),
    part => part,
  ),
  ...ways(
    'policy',
    keysOf<PolicyOptions>({
      version: true,
      versions: true,
      url: true,
      earlier: true,
      controller: true,
    }),
    part => ({ policy: { ...POLICY, ...part } }),
  ),
  ['policy.url.ko', value => ({ policy: { ...POLICY, url: { ko: value as never } } })],
  ['policy.versions[]', value => ({ policy: { ...POLICY, versions: [value as never] } })],
  ...ways(
    'policy.versions[]',
    keysOf<PolicyVersion>({ version: true, effective: true, material: true, changes: true }),
    part => ({ policy: { ...POLICY, versions: [{ ...VERSION, ...part }] } }),
  ),
  ['categories.analytics', value => ({ categories: { analytics: value as never } })],
  [
    'categories.analytics.services',
    value => ({ categories: { analytics: { services: value as never } } }),
  ],
  ['categories.analytics.services[]', under],
  ...ways('cookie', keysOf<CookieOptions>({ name: true, domain: true, days: true }), part => ({
    cookie: part,
  })),
  ...ways('history', keysOf<HistoryOptions>({ days: true }), part => ({ history: part })),
  ['service()', value => under(service(value as never))],
  ...ways(
    'service',
    keysOf<ServiceOptions>({
      name: true,
      category: true,
      match: true,
      cookies: true,
      storage: true,
      databases: true,
      recipient: true,
      refused: true,
      failed: true,
      start: true,
      stop: true,
    }),
    part => under(service({ ...CHAT, ...part })),
  ),
  ['service.match[]', value => under(service({ ...CHAT, match: [value as never] }))],
  ['service.cookies[]', value => under(service({ ...CHAT, cookies: [value as never] }))],
  ['script()', value => under(script(value as never))],
  ...ways(
    'script',
    keysOf<ScriptOptions>({
      src: true,
      name: true,
      category: true,
      match: true,
      cookies: true,
      storage: true,
      recipient: true,
      stop: true,
    }),
    part => under(script({ src: 'https://chat.example/chat.js', ...part })),
  ),
  ['googleAnalytics()', value => under(googleAnalytics(value as never))],
  ...ways(
    'googleAnalytics',
    keysOf<GoogleAnalyticsOptions>({
      ...GOOGLE_TAG,
      config: true,
      pageView: true,
    }),
    part => under(googleAnalytics({ id: 'G-TEST123', ...part })),
  ),
  ['googleTagManager()', value => under(googleTagManager(value as never))],
  ...ways(
    'googleTagManager',
    keysOf<GoogleTagManagerOptions>({
      ...GOOGLE_TAG,
    }),
    part => under(googleTagManager({ id: 'GTM-TEST123', ...part })),
  ),
  ['firebaseAnalytics()', value => under(firebaseAnalytics(value as never))],
  ...ways('firebaseAnalytics', keysOf<FirebaseAnalyticsOptions>({ installations: true }), part =>
    under(firebaseAnalytics(part)),
  ),
  ['deliverTo()', value => ({ delivery: deliverTo(value as never) })],
  ...ways(
    'deliverTo',
    keysOf<DeliveryOptions>({ url: true, refusals: true, notices: true }),
    part => ({
      delivery: deliverTo({ url: '/events', ...part }),
    }),
  ),
  ...ways(
    'article9',
    keysOf<Pick<Article9Options, 'googleAnalytics' | 'url' | 'earlier'>>({
      googleAnalytics: true,
      url: true,
      earlier: true,
    }),
    part => article9({ googleAnalytics: 'G-TEST123', ...part }),
  ),
]

/**
 * Returns the values to try: all values for a whole argument, one value of each sort for a single
 * option.
 */
const triesOf = (way: string) => (way.endsWith('()') ? withEach : withFew)

const prototype = Object.prototype as { analytics?: unknown }

beforeEach(() => {
  // A page's mistake, which must not count as an answer.
  prototype.analytics = true
  vi.stubGlobal('reportError', () => {})
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  delete prototype.analytics
})

/**
 * Expects that the consent grants nothing without a decision, and nothing after a grant and a
 * refusal.
 */
const expectSober = (consent: AnyConsent) => {
  const { granted } = consent.$state.get()
  expect(Object.values(granted)).not.toContain(true)
  // The page must still work.
  document.cookie = 'session=1'
  document.body.append(document.createElement('p'))
  consent.acceptAll()
  consent.rejectAll()
  expect(Object.values(consent.$state.get().granted)).not.toContain(true)
  expect(prototype.analytics).toBe(true)
  expect(Object.keys(prototype)).toEqual(['analytics'])
  consent.erase()
  consent.destroy()
}

test.each(OPTIONS)(
  'createConsent with any value for %s throws a ConsentError or grants nothing [49]',
  (way, feed) => {
    prototype.analytics = true
    triesOf(way)(value => {
      let consent: AnyConsent | undefined
      try {
        consent = createConsent(optionsOf(way, feed(value)))
      } catch (error) {
        expectRefusal(error)
      }
      if (consent) expectSober(consent)
    })
  },
)

test.each(OPTIONS)(
  'createConsent with any value for %s grants nothing in production, and throws no error of ours [5, 49]',
  (way, feed) => {
    vi.stubEnv('NODE_ENV', 'production')
    triesOf(way)(value => {
      let consent: AnyConsent | undefined
      try {
        consent = createConsent(optionsOf(way, feed(value)))
      } catch (error) {
        expectOwn(error)
      }
      if (consent) expectSober(consent)
    })
  },
)

test('a refusal still takes effect after setLanguage() with any value [49]', () => {
  vi.stubEnv('NODE_ENV', 'production')
  withEach(value => {
    const consent = createConsent({ policy: POLICY, categories: { analytics: {} } })
    consent.acceptAll()
    expect(consent.isGranted('analytics')).toBe(true)
    try {
      consent.setLanguage(value as string)
    } catch {
      // A value that cannot become a text may throw.
    }
    consent.rejectAll()
    expect(consent.isGranted('analytics')).toBe(false)
    consent.erase()
    consent.destroy()
  })
})
