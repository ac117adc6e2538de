// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { deliverTo } from '../evidence.ts'
import {
  type Attachable,
  article9,
  type ConsentOptions,
  createConsent,
  googleAds,
  googleAnalytics,
  googleTagManager,
  script,
  service,
} from '../index.ts'

/** Imports a separate copy of the package, as a second bundle or a hot update does. */
const copy = async () => {
  vi.resetModules()
  return { ...(await import('../index.ts')), ...(await import('../ui.ts')) }
}

const options = (category = 'analytics') => ({
  policy: { version: '2024-01-18' },
  categories: { [category]: {} },
})

type Copy = Awaited<ReturnType<typeof copy>>

/** Waits until mutation observers have run. */
const turn = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve))

const banners = () =>
  [...document.querySelectorAll('spaceone-consent')].filter(({ shadowRoot }) =>
    shadowRoot?.querySelector('#banner'),
  ).length
const bannerStands = () => vi.waitFor(() => expect(banners()).toBe(1))

const warn = vi.spyOn(console, 'warn').mockReturnValue()
const undos: (() => void)[] = []

beforeEach(() => {
  warn.mockClear()
  localStorage.clear()
  Reflect.deleteProperty(globalThis, Symbol.for('@spaceone/consent/page/1'))
})
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
  for (const name of ['spaceoneConsent', 'gtag']) Reflect.deleteProperty(globalThis, name)
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

test('two copies of the package share one consent and one banner when their options are equal', async () => {
  const [first, second] = [await copy(), await copy()]
  const consent = first.createConsent(options())
  const same = second.createConsent(options())
  undos.push(consent.destroy)
  expect(first.createConsent).not.toBe(second.createConsent)
  first.mountConsentUi(consent)
  second.mountConsentUi(same)
  await bannerStands()
  expect(document.querySelectorAll('spaceone-consent')).toHaveLength(1)

  same.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(warn).not.toHaveBeenCalled()
})

test('beside a copy of another form createConsent keeps to itself, and blocks its services until its own grant', async () => {
  const foreign = Object.freeze({ list: [] })
  Reflect.set(globalThis, Symbol.for('@spaceone/consent/page/2'), foreign)
  const network = vi.fn(async () => new Response())
  vi.stubGlobal('fetch', network)
  const { createConsent, googleAnalytics } = await copy()
  const consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
  })
  await turn()
  await fetch('https://www.google-analytics.com/g/collect?v=2')
  expect(network).not.toHaveBeenCalled()
  expect(consent.$state.get().pending).toEqual(['analytics'])
  consent.destroy()
  expect(fetch).toBe(network)
})

test('warns once when an element is blocked and no service unblocks it', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  await turn()
  expect(warn).not.toHaveBeenCalled()
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  await turn()
  document.body.innerHTML += '<iframe data-consent="analytics" data-src="/film"></iframe>'
  await turn()
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] An element with data-consent="analytics" is in the page, and nothing unblocks it. Expected blockedMarkup(), or a service such as googleAnalytics(), among the services of createConsent. The element stays blocked. See dist/script/docs/packages/consent/src/gate/README.md#blocked-markup',
  )
})

test('names each misspelt attribute of the page once, with the nearest known name', async () => {
  const { createConsent } = await copy()
  undos.push(createConsent(options()).destroy)
  document.body.innerHTML = '<a data-consent-opn></a><a data-consent-open data-consent-forms></a>'
  await vi.waitFor(() => expect(warn).toHaveBeenCalled(), 3000)
  document.body.innerHTML += '<a data-consent-opn></a><p data-consent-statsu></p>'
  await vi.waitFor(() => expect(warn.mock.calls).toHaveLength(2), 3000)
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining('data-consent-opn is unknown. Did you mean data-consent-open?')],
    [expect.stringContaining('data-consent-statsu is unknown. Did you mean data-consent-status?')],
  ])
})

test.each([
  ['a service of the gate', ({ googleAnalytics }: Copy) => [googleAnalytics({ id: 'G-TEST123' })]],
  ['blockedMarkup()', ({ blockedMarkup }: Copy) => [blockedMarkup()]],
])('does not warn about a blocked element when the page has %s', async (_, servicesOf) => {
  const api = await copy()
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  const categories = { analytics: { services: servicesOf(api) } }
  const consent = api.createConsent({ ...options(), categories })
  undos.push(consent.destroy)
  document.body.append(document.createElement('p'))
  await turn()
  expect(warn).not.toHaveBeenCalled()
})

test('does not look for blocked elements after destroy, nor in production', async () => {
  const { createConsent } = await copy()
  createConsent(options()).destroy()
  vi.stubEnv('NODE_ENV', 'production')
  undos.push(createConsent(options()).destroy, () => vi.unstubAllEnvs())
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  await turn()
  expect(warn).not.toHaveBeenCalled()
})

describe('in production', () => {
  const consentOf = (given: object) => {
    const consent = createConsent({ ...options(), ...given } as ConsentOptions<string>)
    undos.push(consent.destroy, () => vi.unstubAllEnvs())
    return consent
  }
  const under = (...services: readonly Attachable[]) => ({
    categories: { analytics: { services } },
  })
  const chat = () =>
    service({ name: 'Chat', match: ['chat.test'], cookies: [], start: () => {}, stop: () => {} })
  const GOOGLE = [
    'https://www.googletagmanager.com/gtag/js?id=G-OTHER1',
    'https://www.google-analytics.com/g/collect',
    'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js',
  ]

  beforeEach(() => void vi.stubEnv('NODE_ENV', 'production'))

  test.each<[string, () => object, readonly string[], unknown]>([
    ['policy-version', () => ({ policy: { version: '' } }), [], ''],
    ['policy-version', () => ({ policy: {} }), [], undefined],
    ['policy-version', () => ({ policy: undefined }), [], undefined],
    ['policy-version', () => ({ policy: { version: 7 } }), [], 7],
    ['ga', () => under(googleAnalytics({ id: undefined as never })), GOOGLE, ''],
    ['ga', () => under(googleAnalytics(undefined as never)), GOOGLE, ''],
    ['ga', () => under(googleAnalytics({ id: 'UA-1' })), GOOGLE, 'UA-1'],
    ['ga', () => article9({ googleAnalytics: '' }), GOOGLE, ''],
    ['gtm', () => under(googleTagManager({ id: 'G-1', mode: 'advanced' })), GOOGLE, 'G-1'],
    ['ads', () => under(googleAds({ id: 'ca-pub-' })), GOOGLE, 'ca-pub-'],
    ['ga-server', () => under(googleAnalytics({ id: 'G-1', server: 'm.test' })), GOOGLE, 'm.test'],
    ['layer', () => under(googleAnalytics({ id: 'G-1', dataLayer: 'top' })), GOOGLE, 'top'],
    ['src', () => under(script({ src: 'chat.test/a.js' })), [], 'chat.test/a.js'],
    ['src', () => under(script(undefined as never)), [], ''],
  ])(
    'an invalid %s restricts the consent for good, without an exception',
    async (code, given, google, value) => {
      const { original } = stubFetch()
      const consent = consentOf({ ...given(), services: [chat()] })
      for (const address of [...google, 'https://chat.test/']) await fetch(address)
      expect(original).not.toHaveBeenCalled()
      consent.restrict(false)
      consent.acceptAll()
      expect(consent.$state.get()).toMatchObject({
        status: 'restricted',
        pending: [],
        granted: { analytics: false },
      })
      expect(document.cookie).toBe('')
      expect(localStorage).toHaveLength(0)
      expect(warn).toHaveBeenCalledExactlyOnceWith(`[SpaceONE Consent] ${code}`, value)
    },
  )

  test('a service with an invalid id has the name and the functions of a valid one', () => {
    expect(Object.keys(googleAnalytics({ id: '' })).sort()).toEqual(
      Object.keys(googleAnalytics({ id: 'G-1' })).sort(),
    )
  })

  test('an invalid id also blocks a tag of Google in advanced mode', async () => {
    const { original } = stubFetch()
    const tagManager = googleTagManager({ id: 'GTM-1', mode: 'advanced' })
    consentOf(under(googleAnalytics({ id: '' }), tagManager))
    await fetch('https://www.googletagmanager.com/gtm.js?id=GTM-1')
    expect(original).not.toHaveBeenCalled()
  })

  test('an invalid address of the delivery delivers nothing and changes no decision', async () => {
    const { original } = stubFetch()
    const consent = consentOf({ delivery: deliverTo({ url: 'http://events.test' }) })
    consent.acceptAll()
    await turn()
    expect(original).not.toHaveBeenCalled()
    expect(Object.keys(localStorage)).toEqual(['spaceone_consent.history'])
    expect(consent.isGranted('analytics')).toBe(true)
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      '[SpaceONE Consent] delivery',
      'http://events.test',
    )
    consent.erase()
  })

  test('options that cannot be read give a consent that asks and grants nothing', () => {
    const report = vi.fn()
    vi.stubGlobal('reportError', report)
    for (const given of [{ categories: null }, { categories: { analytics: { services: 5 } } }]) {
      const consent = consentOf(given)
      consent.acceptAll()
      expect(consent.$state.get()).toMatchObject({ pending: [], granted: {} })
      consent.destroy()
    }
    expect(report.mock.calls).toEqual([[expect.any(TypeError)], [expect.any(TypeError)]])
  })
})

test('two calls share a consent when the page’s data layer adds cookies to a service', async () => {
  const [first, second] = [await copy(), await copy()]
  const { policy } = options()
  const create = ({ createConsent, googleAnalytics }: typeof first) =>
    createConsent({
      policy,
      categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    })
  vi.stubGlobal('dataLayer', [
    (function (..._: unknown[]) {
      // biome-ignore lint/complexity/noArguments: a command is just that
      return arguments
    })('config', 'G-TEST123', { cookie_prefix: 'shop' }),
  ])
  const consent = create(first)
  undos.push(consent.destroy)
  expect(create(second)).toBe(consent)
  expect(warn).not.toHaveBeenCalled()
})

test('a second call with other options warns once, grants nothing and shows nothing', async () => {
  const [first, second] = [await copy(), await copy()]
  const consent = first.createConsent(options())
  undos.push(consent.destroy)
  consent.acceptAll()
  const start = vi.fn()
  const chat = second.service({ name: 'Chat', match: [], cookies: [], start, stop: () => {} })
  for (const refused of [
    second.createConsent(options('marketing')),
    second.createConsent({ ...options(), policy: { version: '2' } }),
    second.createConsent({ ...options(), categories: { analytics: { services: [chat] } } }),
  ]) {
    const listen = vi.spyOn(document, 'addEventListener')
    second.mountConsentUi(refused)
    expect(listen).not.toHaveBeenCalled()
    listen.mockRestore()
    refused.restrict(false)
    refused.acceptAll()
    const run = vi.fn()
    refused.whenGranted(Object.keys(refused.options.categories)[0] as never, run)
    expect(run).not.toHaveBeenCalled()
    expect(Object.values(refused.$state.get().granted)).toEqual([false])
  }
  expect(start).not.toHaveBeenCalled()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(document.querySelector('spaceone-consent')).toBeNull()
  expect(consent.isGranted('analytics')).toBe(true)
})

test('openPreferences() of a refused consent opens the preferences of the page’s consent', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  createConsent(options('marketing')).openPreferences()
  expect(consent.$view.get()).toBe('preferences')
})

test('createConsent returns another consent when the measurement id differs', async () => {
  const { createConsent, googleAnalytics } = await copy()
  const withId = (id: string) =>
    createConsent({
      policy: { version: '1' },
      categories: { analytics: { services: [googleAnalytics({ id })] } },
    })
  const consent = withId('G-ONE')
  undos.push(consent.destroy)
  expect(withId('G-ONE')).toBe(consent)
  expect(withId('G-TWO')).not.toBe(consent)
  expect(warn).toHaveBeenCalledTimes(1)
})

test('a hot update that mounts again shows one banner, and the earlier unmount does not remove it', async () => {
  const first = await copy()
  const unmount = first.mountConsentUi(first.createConsent(options()))
  await bannerStands()
  const second = await copy()
  const consent = second.createConsent(options())
  undos.push(consent.destroy)
  const unmountAgain = second.mountConsentUi(consent)
  await bannerStands()
  unmount()
  expect(banners()).toBe(1)
  unmountAgain()
  expect(banners()).toBe(0)
})

test('createConsent accepts other options after destroy(), which also removes the view', async () => {
  const { createConsent, mountConsentUi } = await copy()
  const consent = createConsent(options())
  mountConsentUi(consent)
  await bannerStands()
  consent.destroy()
  expect(document.querySelector('spaceone-consent')).toBeNull()
  const other = createConsent(options('marketing'))
  undos.push(other.destroy)
  expect(other).not.toBe(consent)
  expect(other.$state.get().pending).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})

test('a call with `restricted` restricts the consent of all copies', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  consent.acceptAll()
  createConsent({ ...options(), restricted: true })
  expect(consent.isGranted('analytics')).toBe(false)
})

test('a copy of the package shares the script tag’s consent, which has its own view', async () => {
  const { createConsent, mountConsentUi } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  const tag = Object.assign(() => {}, consent, { version: '0.1.0' })
  Reflect.deleteProperty(globalThis, Symbol.for('@spaceone/consent/page/1'))
  Object.assign(globalThis, { spaceoneConsent: tag })
  const same = createConsent(options())
  expect(same).toBe(tag)
  mountConsentUi(same)()
  expect(document.querySelector('spaceone-consent')).toBeNull()
  expect(createConsent(options('marketing'))).not.toBe(tag)
  expect(warn).toHaveBeenCalledTimes(1)
})

test('createConsent returns a separate consent when the cookie name or the storage differs', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  const named = createConsent({ ...options('marketing'), cookie: { name: 'other' } })
  const storage = { read: () => [], write: () => {} }
  const stored = createConsent(options('marketing'), { storage })
  undos.push(consent.destroy, named.destroy, stored.destroy)
  for (const other of [named, stored]) expect(other.$state.get().pending).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})
