// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest'
import {
  expectOwn,
  expectRefusal,
  keysOf,
  MANY,
  withOdd,
  withPollution,
} from '../../../../test/support/odd-values.ts'
import type { AnyConsent } from '../core/index.ts'
import type { DeliveryOptions } from '../evidence/index.ts'
import { deliverTo } from '../evidence.ts'
import { startInterceptors } from '../gate/interceptors/start-interceptors.ts'
import * as npm from '../index.ts'
import { serviceForms } from '../inventory/check/declaration-forms.ts'
import { npmForms } from '../options/npm-forms.ts'
import type { Form } from '../options/validate.ts'

const { article9, createConsent, firebaseAnalytics, googleAnalytics, googleTagManager } = npm
const { blockedMarkup, script, service } = npm

const VERSION = { version: '2024-01-18', effective: '2024-01-18', material: true }
const VALID = {
  policy: { version: '2024-01-18', versions: [VERSION] },
  categories: { analytics: {} },
}
const STATED = { recipients: 'not-stated', retention: 'not-stated' } as const
const WORK = { addresses: ['chat.example'], cookies: ['chat_*'], start() {}, stop() {} }
const CHAT = { name: 'Chat', ...STATED, ...WORK }
const TAG = { id: true, server: true, dataLayer: true, loadScript: true, facts: true } as const
const GOOGLE = { ...TAG, consentMode: true } as const

type Feed = (value: never) => object

/** Returns the paths of a form's options, such as `url.analytics` and `versions[].effective`. */
const pathsOf = ({ has, list, each }: Form, path = ''): readonly string[] => [
  path,
  ...Object.entries(has ?? {}).flatMap(([key, form]) => pathsOf(form, `${path}.${key}`)),
  ...(each ? pathsOf(each, `${path}.analytics`) : []),
  ...(list ? pathsOf(list, `${path}.[0]`) : []),
]

/** Returns a copy of an object with a value at a path; a part of it that is missing is created. */
const withAt = (object: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value
  if (key === '[0]') return [withAt((object as unknown[] | undefined)?.[0], rest, value)]
  const inner = Object(object)[key]
  return { ...Object(object), [key]: withAt(inner, rest, value) }
}

const each = (feed: Feed, valid: object, paths: readonly string[]): readonly Feed[] =>
  paths.map(path => value => feed(withAt(valid, path.split('.').slice(1), value) as never))

const under = (made: unknown) => ({ ...VALID, categories: { analytics: { services: [made] } } })
const keys = <Type extends object>(...given: Parameters<typeof keysOf<Type>>) => [
  '',
  ...keysOf<Type>(...given).map(key => `.${key}`),
]
const SERVICE = ['', ...Object.keys(serviceForms()).map(key => `.${key}`)]
const CREATE = pathsOf(npmForms().createConsent)

/** Every option of every function of the npm package. */
const OPTIONS: readonly Feed[] = [
  ...each(options => options, VALID, CREATE),
  ...each(one => under(service(one)), CHAT, [...SERVICE, '.addresses.[0]', '.cookies.[0]']),
  ...each(one => under(script(one)), { src: 'https://chat.example/chat.js' }, SERVICE),
  ...each(
    one => under(googleAnalytics(one)),
    { id: 'G-TEST123' },
    keys<npm.GoogleAnalyticsOptions>({ ...GOOGLE, config: true, pageView: true }),
  ),
  ...each(
    one => under(googleTagManager(one)),
    { id: 'GTM-TEST123' },
    keys<npm.GoogleTagManagerOptions>(GOOGLE),
  ),
  ...each(
    one => under(firebaseAnalytics(one)),
    {},
    keys<npm.FirebaseAnalyticsOptions>({ installations: true, facts: true }),
  ),
  ...each(
    one => ({ ...VALID, delivery: deliverTo(one) }),
    { url: '/events' },
    keys<DeliveryOptions>({ url: true, refusals: true, notices: true }),
  ),
  ...each(article9, { googleAnalytics: 'G-TEST123' }, ['.googleAnalytics', '.url', '.earlier']),
]

withPollution()
beforeEach(() => {
  vi.stubGlobal('reportError', () => {})
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true)
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
})

const expectSober = (consent: AnyConsent) => {
  const answers = () => Object.values(consent.$state.get().granted)
  const before = answers()
  // The page must still work.
  document.cookie = 'session=1'
  document.body.append(document.createElement('p'))
  consent.acceptAll()
  consent.rejectAll()
  expect([...before, ...answers()]).not.toContain(true)
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
  // The consents share the interceptors of the page. To replace the built-ins for each case, and to
  // restore them, would take most of the time.
  const stop = startInterceptors({ blocksName: () => false, missingGrant: () => undefined })
  await withOdd(OPTIONS, run)
  stop()
})

type Act = (value: unknown, consent: AnyConsent) => unknown

const event =
  (type: string, field: string, target: EventTarget = document): Act =>
  value =>
    target.dispatchEvent(Object.defineProperty(new Event(type), field, { value }))

const ACTS: readonly Act[] = [
  ...['key', 'newValue'].map(field => event('storage', field, window)),
  ...['persisted', 'key'].map(field => event('pageshow', field, window)),
  event('message', 'data', window),
  ...['visibilitychange', 'prerenderingchange'].map(type => event(type, 'key')),
  ...['spaceone-consent-iframe', 'spaceone-consent-look'].map(type => event(type, 'detail')),
  (value, consent) => consent.setLanguage(value as string),
]

test('an event with any value in its fields and a language of any value grant nothing, and a refusal still takes effect [49]', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  // The browser reports an error in a listener to the window, not to the sender of the event.
  const onError = (event: Event) => event.preventDefault()
  window.addEventListener('error', onError)
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: 'https://host.example/events' }),
  })
  const run = (act: Act, value: unknown) => {
    const send = () => {
      try {
        act(value, consent)
      } catch {
        // The act may throw for a value that cannot be converted to a string.
      }
    }
    send()
    const before = consent.isGranted('analytics')
    consent.acceptAll()
    send()
    consent.rejectAll()
    send()
    expect([before, consent.isGranted('analytics')]).toEqual([false, false])
    // Otherwise every case would read the history and the outbox of all cases before it.
    localStorage.clear()
  }
  await withOdd(ACTS, run, MANY)
  consent.erase()
  consent.destroy()
  window.removeEventListener('error', onError)
})
