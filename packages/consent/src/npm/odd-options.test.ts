// @vitest-environment happy-dom

import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  expectOwn,
  expectRefusal,
  FEW,
  keysOf,
  MANY,
  withOdd,
  withPollution,
} from '../../../../test/support/odd-values.ts'
import type { AnyConsent, PolicyOptions, PolicyVersion } from '../core/index.ts'
import type { DeliveryOptions } from '../evidence/index.ts'
import { deliverTo } from '../evidence.ts'
import * as npm from '../index.ts'
import { serviceForms } from '../inventory/check/declaration-forms.ts'

const { article9, createConsent, firebaseAnalytics, googleAnalytics, googleTagManager } = npm
const { script, service } = npm

const POLICY = { version: '2024-01-18' }
const VALID = { policy: POLICY, categories: { analytics: {} } }
const VERSION = { version: '2024-01-18', effective: '2024-01-18', material: true }
const STATED = { recipients: 'not-stated', retention: 'not-stated' } as const
const WORK = { addresses: ['chat.example'], cookies: ['chat_*'], start() {}, stop() {} }
const CHAT = { name: 'Chat', ...STATED, ...WORK }
const TAG = { id: true, server: true, dataLayer: true, loadScript: true, facts: true } as const
const GOOGLE = { ...TAG, consentMode: true } as const

/** Builds the options of `createConsent` from a value of any type. */
type Feed = (value: never) => object
/** Builds the options of `createConsent`; one object in them, such as `policy`, gets `part` too. */
type FeedPart = (part: object) => object

/** Returns a function for each key, which calls `feed` with the object `{ [key]: value }`. */
const each = (keys: readonly string[], feed: FeedPart): readonly Feed[] =>
  keys.map(key =>
    Object.assign((value: unknown) => feed({ [key]: value }), { [fc.toStringMethod]: () => key }),
  )

const policy: FeedPart = part => ({ ...VALID, policy: { ...POLICY, ...part } })
const under = (made: unknown) => ({ ...VALID, categories: { analytics: { services: [made] } } })
const analytics: FeedPart = part => under(googleAnalytics({ id: 'G-TEST123', ...part }))
const manager: FeedPart = part => under(googleTagManager({ id: 'GTM-TEST123', ...part }))
const chat: FeedPart = part => under(service({ ...CHAT, ...part }))
const loaded: FeedPart = part => under(script({ src: 'https://chat.example/chat.js', ...part }))
const delivery: FeedPart = part => ({ ...VALID, delivery: deliverTo({ url: '/events', ...part }) })

/** Functions that each pass a value as the whole argument of a function of the npm package. */
const ARGUMENTS: readonly Feed[] = [
  ...[(value: never) => value, (value: never) => under(service(value))],
  ...[(value: never) => under(script(value)), (value: never) => under(googleAnalytics(value))],
  (value: never) => under(googleTagManager(value)),
  (value: never) => under(firebaseAnalytics(value)),
  (value: never) => ({ ...VALID, delivery: deliverTo(value) }),
]

/**
 * Functions that each pass a value as one option of the npm package. Every option of the types
 * below has one.
 */
const OPTIONS: readonly Feed[] = [
  ...each(
    keysOf<npm.ConsentOptions<string>>({
      ...{ policy: true, categories: true, services: true, cookie: true, history: true },
      ...{ delivery: true, language: true, restricted: true, nonce: true },
      ...{ debug: true, debugHosts: true },
    }),
    part => ({ ...VALID, ...part }),
  ),
  ...each(
    keysOf<PolicyOptions>({
      ...{ version: true, versions: true, url: true, earlier: true, controller: true },
    }),
    policy,
  ),
  ...([ko => policy({ url: { ko } }), version => policy({ versions: [version] })] satisfies Feed[]),
  ...each(
    keysOf<PolicyVersion>({ version: true, effective: true, material: true, changes: true }),
    part => policy({ versions: [{ ...VERSION, ...part }] }),
  ),
  ...([
    value => ({ ...VALID, categories: { analytics: value } }),
    services => ({ ...VALID, categories: { analytics: { services } } }),
    under,
  ] satisfies Feed[]),
  ...each(keysOf<npm.CookieOptions>({ name: true, domain: true, days: true }), cookie => ({
    ...VALID,
    cookie,
  })),
  ...each(keysOf<npm.HistoryOptions>({ days: true }), history => ({ ...VALID, history })),
  ...each(Object.keys(serviceForms()), chat),
  ...([host => chat({ addresses: [host] }), name => chat({ cookies: [name] })] satisfies Feed[]),
  ...each(Object.keys(serviceForms()), loaded),
  ...each(
    keysOf<npm.GoogleAnalyticsOptions>({ ...GOOGLE, config: true, pageView: true }),
    analytics,
  ),
  ...each(keysOf<npm.GoogleTagManagerOptions>(GOOGLE), manager),
  ...each(keysOf<npm.FirebaseAnalyticsOptions>({ installations: true, facts: true }), part =>
    under(firebaseAnalytics(part)),
  ),
  ...each(keysOf<DeliveryOptions>({ url: true, refusals: true, notices: true }), delivery),
  ...each(['googleAnalytics', 'url', 'earlier'], part =>
    article9({ googleAnalytics: 'G-TEST123', ...part }),
  ),
]

withPollution()
beforeEach(() => {
  vi.stubGlobal('reportError', () => {})
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true)
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
})

/** Expects that a consent grants nothing without a decision, and nothing after a refusal. */
const expectSober = (consent: AnyConsent) => {
  const expectDenied = () => expect(Object.values(consent.$state.get().granted)).not.toContain(true)
  expectDenied()
  // The page must still work.
  document.cookie = 'session=1'
  document.body.append(document.createElement('p'))
  consent.acceptAll()
  consent.rejectAll()
  expectDenied()
  consent.erase()
  consent.destroy()
  // Otherwise every consent would search the elements of all cases before it.
  for (const parent of [document.head, document.body]) parent.replaceChildren()
}

test.each([
  ['throws a ConsentError or grants nothing [49]', 'test', expectRefusal],
  ['grants nothing in production, and throws no error of ours [5, 49]', 'production', expectOwn],
])('createConsent with any value for any option %s', async (_, environment, expectRight) => {
  vi.stubEnv('NODE_ENV', environment)
  const run = (feed: Feed, value: unknown) => {
    let consent: AnyConsent | undefined
    try {
      consent = createConsent(feed(value as never) as typeof VALID)
    } catch (error) {
      expectRight(error)
    }
    if (consent) expectSober(consent)
  }
  await withOdd(ARGUMENTS, run, MANY)
  await withOdd(OPTIONS, run, FEW)
})
