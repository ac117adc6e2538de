// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { command } from '../../../../test/support/google-page.ts'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { deliverTo } from '../evidence.ts'
import {
  article9,
  type Consent,
  type ConsentOptions,
  googleAds,
  googleAnalytics,
  googleTagManager,
  type Service,
  script,
  service,
} from '../index.ts'

const PAGE = Symbol.for('@spaceone/consent/page/1')

const consents: Consent<string>[] = []

const copy = async () => {
  vi.resetModules()
  const api = await import('../index.ts')
  const createConsent: typeof api.createConsent = (...given) => {
    const consent = api.createConsent(...given)
    consents.push(consent as unknown as Consent<string>)
    return consent
  }
  return { ...api, ...(await import('../ui.ts')), createConsent }
}

type Copy = Awaited<ReturnType<typeof copy>>

const options = (category = 'analytics') => ({
  policy: { version: '2024-01-18' },
  categories: { [category]: {} },
})

const under = (...services: readonly Service[]) => ({
  ...options(),
  categories: { analytics: { services } },
})

const chat = () =>
  service({
    ...{ name: 'Chat', addresses: ['chat.test'], cookies: [], start: () => {}, stop: () => {} },
    ...{ recipients: 'not-stated', retention: 'not-stated' },
  })

const BLOCKED = '<script type="text/plain" data-consent="analytics"></script>'

let warn: MockInstance<typeof console.warn>

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockReturnValue()
  Reflect.deleteProperty(globalThis, PAGE)
})
afterEach(() => {
  for (const consent of consents.splice(0)) consent.destroy()
  Reflect.deleteProperty(globalThis, 'gtag')
  document.body.replaceChildren()
})

test('a warning in the console in development is written once for a blocked element that no service unblocks', async () => {
  const { createConsent } = await copy()
  createConsent(options())
  await settle()
  expect(warn).not.toHaveBeenCalled()
  for (const html of [BLOCKED, '<iframe data-consent="analytics" data-src="/film"></iframe>']) {
    document.body.innerHTML += html
    await settle()
  }
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] An element with data-consent="analytics" is in the page, and nothing unblocks it. Expected blockedMarkup(), or a service such as googleAnalytics(), among the services of createConsent. The element stays blocked. See dist/script/docs/packages/consent/src/gate/README.md#blocked-markup',
  )
})

// check-declarations.test.ts shows which mistakes are found.
test('a warning in the console in development is written once for each mistake in a declaration, in the languages of the site; not in production', async () => {
  const { createConsent } = await copy()
  const purposes = { site: { en: 'Answers questions' } }
  const mistaken = { ...chat(), recipients: undefined, purposes } as unknown as Service
  const policy = { version: '2024-01-18', url: { en: '/en', ko: '/ko' } }
  const create = () => createConsent({ ...under(mistaken), policy })
  vi.stubEnv('NODE_ENV', 'production')
  create().destroy()
  expect(warn).not.toHaveBeenCalled()
  vi.unstubAllEnvs()
  const consent = create()
  for (const language of ['ja', 'fr', 'ja']) consent.setLanguage(language)
  expect(warn.mock.calls.flat()).toEqual([
    '[SpaceONE Consent] Chat.recipients is missing. Expected one or several companies, or "not-stated". Visitors read “Not stated”. See dist/script/docs/packages/consent/src/inventory/README.md#services-of-your-own',
    expect.stringContaining('Chat.purposes.site.ko is missing.'),
    expect.stringContaining('Chat.purposes.site.ja is missing.'),
  ])
})

test.each<[string, (api: Copy) => void]>([
  ['beside a service of the gate', api => void api.createConsent(under(chat()))],
  ['beside blockedMarkup()', api => void api.createConsent(under(api.blockedMarkup()))],
  ['after destroy()', api => api.createConsent(options()).destroy()],
  [
    'in production',
    api => {
      vi.stubEnv('NODE_ENV', 'production')
      api.createConsent(options())
    },
  ],
])(
  'a warning in the console in development is not written for a blocked element %s',
  async (_, act) => {
    act(await copy())
    document.body.innerHTML = BLOCKED
    await settle()
    expect(warn).not.toHaveBeenCalled()
  },
)

// Each site has a service: a purpose without one is named as soon as the banner's texts load.
const heard = () => warn.mock.calls.map(([text]) => `${text}`)

test('a warning about options and elements that nothing reads is written for each option that createConsent and mountConsentUi do not have, with the known name that was meant', async () => {
  const { createConsent, googleAnalytics, mountConsentUi } = await copy()
  const given = { ...options(), lang: 'ko', cookie: { day: 90 } } as ConsentOptions<string>
  const mistaken = { categories: { analytics: { services: [chat()], service: [] } } } as object
  const consent = createConsent({ ...given, ...mistaken })
  mountConsentUi(consent, { zindex: 5 } as object)()
  googleAnalytics({ id: 'G-TEST123', page_view: true, mode: 'advanced' } as { id: string })
  expect(heard().map(text => text.replace(/^\[.*?\] | Expected.*/g, ''))).toEqual([
    'createConsent().categories.analytics.service is unknown. Did you mean services?',
    'createConsent().lang is unknown.',
    'createConsent().cookie.day is unknown. Did you mean days?',
    'mountConsentUi().zindex is unknown. Did you mean zIndex?',
    'googleAnalytics().page_view is unknown. Did you mean pageView?',
    // An option of version 0.1.
    'googleAnalytics().mode is unknown.',
  ])
})

// declared.e2e.ts shows the warnings of an inline banner and of another library's markup.
test('a warning about options and elements that nothing reads is written once for each unknown attribute that begins as those of the SDK, with the nearest name, and where an element waits for mountConsentUi', async () => {
  vi.useFakeTimers()
  const { createConsent, mountConsentUi } = await copy()
  const unknown = [
    expect.stringContaining('data-consent-opn is unknown. Did you mean data-consent-open?'),
    expect.stringContaining('data-consent-forms is unknown. The attribute is ignored.'),
  ]
  const waits = 'An element with data-consent-status is in the page, and after 10 seconds nothing'
  for (const [mount, expected] of [
    [() => {}, [...unknown, expect.stringContaining(`${waits} has called mountConsentUi.`)]],
    [mountConsentUi, unknown],
  ] as const) {
    document.body.innerHTML = '<a data-consent-opn></a><p data-consent-status data-consent-forms>'
    const consent = createConsent(under(chat()))
    mount(consent)
    await vi.advanceTimersByTimeAsync(2000)
    document.body.innerHTML += '<a data-consent-opn></a>'
    await vi.advanceTimersByTimeAsync(9000)
    expect(heard()).toEqual(expected)
    consent.destroy()
    warn.mockClear()
  }
})

const createInProduction = async (given: () => object) => {
  vi.stubEnv('NODE_ENV', 'production')
  const { original } = stubFetch()
  const { createConsent } = await copy()
  const consent = createConsent({ ...options(), ...given() } as ConsentOptions<string>)
  return { consent, original }
}
const GOOGLE = [
  'https://www.googletagmanager.com/gtag/js?id=G-OTHER1',
  'https://www.google-analytics.com/g/collect',
  'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js',
]

test.each<[string, () => object, readonly string[], unknown]>([
  ['policy-version', () => ({ policy: { version: '' } }), [], ''],
  ['policy-version', () => ({ policy: {} }), [], undefined],
  ['policy-version', () => ({ policy: undefined }), [], undefined],
  ['policy-version', () => ({ policy: { version: 7 } }), [], 7],
  ['ga', () => under(googleAnalytics({ id: undefined as never })), GOOGLE, ''],
  ['ga', () => under(googleAnalytics(undefined as never)), GOOGLE, ''],
  ['ga', () => under(googleAnalytics({ id: 'UA-1' })), GOOGLE, 'UA-1'],
  ['ga', () => article9({ googleAnalytics: '' }), GOOGLE, ''],
  ['gtm', () => under(googleTagManager({ id: 'G-1' })), GOOGLE, 'G-1'],
  ['ads', () => under(googleAds({ id: 'ca-pub-' })), GOOGLE, 'ca-pub-'],
  ['ga-server', () => under(googleAnalytics({ id: 'G-1', server: 'm.test' })), GOOGLE, 'm.test'],
  ['layer', () => under(googleAnalytics({ id: 'G-1', dataLayer: 'top' })), GOOGLE, 'top'],
  ['src', () => under(script({ src: 'chat.test/a.js' })), [], 'chat.test/a.js'],
  ['src', () => under(script(undefined as never)), [], ''],
])(
  'in production an invalid %s restricts the consent for good, without an exception',
  async (code, given, google, value) => {
    const { consent, original } = await createInProduction(() => ({
      ...given(),
      services: [chat()],
    }))
    for (const address of [...google, 'https://chat.test/']) await fetch(address)
    expect(original).not.toHaveBeenCalled()
    consent.restrict(false)
    consent.acceptAll()
    expect(consent.$state.get()).toMatchObject({
      ...{ status: 'restricted', pending: [], granted: { analytics: false } },
    })
    expect(document.cookie).toBe('')
    expect(localStorage).toHaveLength(0)
    expect(warn).toHaveBeenCalledExactlyOnceWith(`[SpaceONE Consent] ${code}`, value)
  },
)

test('in production an invalid address of the delivery delivers nothing and changes no decision', async () => {
  const { consent, original } = await createInProduction(() => ({
    delivery: deliverTo({ url: 'http://a.test' }),
  }))
  consent.acceptAll()
  await settle()
  expect(original).not.toHaveBeenCalled()
  expect(Object.keys(localStorage)).toEqual(['spaceone_consent.history'])
  expect(consent.isGranted('analytics')).toBe(true)
  expect(warn).toHaveBeenCalledExactlyOnceWith('[SpaceONE Consent] delivery', 'http://a.test')
  consent.erase()
})

test.each([{ categories: null }, { categories: { analytics: { services: 5 } } }])(
  'in production options that cannot be read give a consent that asks, grants and stores nothing: %j',
  async given => {
    const report = vi.fn()
    vi.stubGlobal('reportError', report)
    const { consent } = await createInProduction(() => given)
    consent.acceptAll()
    expect(consent.$state.get()).toMatchObject({ status: 'restricted', pending: [], granted: {} })
    expect(document.cookie).toBe('')
    expect(report.mock.calls).toEqual([[expect.any(TypeError)]])
  },
)

const ring: Record<string, unknown> = {}
ring['ring'] = ring

test.each<[string, object]>([
  ['no policy', { policy: undefined }],
  ['an option that is no JSON', { delivery: { ring } }],
])(
  'in production a second call of createConsent with %s throws nothing, grants nothing, and leaves the first consent as it is',
  async (_, given) => {
    const { consent } = await createInProduction(() => ({}))
    consent.acceptAll()
    const { createConsent } = await import('../index.ts')
    const again = createConsent({ ...options(), ...given } as ConsentOptions<string>)
    again.acceptAll()
    expect(again.isGranted('analytics')).toBe(false)
    expect(consent.isGranted('analytics')).toBe(true)
    expect(warn).toHaveBeenCalledWith('[SpaceONE Consent] other-set-up')
  },
)

const analytics = (api: Copy, id: string) => under(api.googleAnalytics({ id }))

test.each<[string, (api: Copy) => object, (api: Copy) => object, boolean]>([
  ['equal options', () => options(), () => options(), true],
  ['the same id', api => analytics(api, 'G-ONE'), api => analytics(api, 'G-ONE'), true],
  ['another id', api => analytics(api, 'G-ONE'), api => analytics(api, 'G-TWO'), false],
  ['another category', () => options(), () => options('marketing'), false],
  ['another policy', () => options(), () => ({ ...options(), policy: { version: '2' } }), false],
  ['another service', () => options(), () => under(chat()), false],
])(
  'a second call of createConsent, by another copy of the package, with %s shares the consent of the page, or warns once and grants nothing',
  async (_, one, other, isSame) => {
    const [first, second] = [await copy(), await copy()]
    // The page's `cookie_prefix` adds cookies to the service of the first `createConsent`.
    vi.stubGlobal('dataLayer', [command('config', 'G-ONE', { cookie_prefix: 'shop' })])
    const consent = first.createConsent(one(first) as ConsentOptions<string>)
    consent.acceptAll()
    const again = second.createConsent(other(second) as ConsentOptions<string>)
    again.restrict(false)
    again.acceptAll()
    expect(again === consent).toBe(isSame)
    expect(Object.values(again.$state.get().granted)).toEqual([isSame])
    expect(warn).toHaveBeenCalledTimes(isSame ? 0 : 1)
    expect(consent.isGranted('analytics')).toBe(true)
  },
)

test('a second call of createConsent returns a separate consent when the cookie name or the storage differs, or after destroy(), and with `restricted` restricts the consent of all copies', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  const storage = { read: () => [], write: () => {} }
  const pending = (other: Consent<string>) => other.$state.get().pending
  const marketing = options('marketing')
  expect(pending(createConsent({ ...marketing, cookie: { name: 'other' } }))).toEqual(['marketing'])
  expect(pending(createConsent(marketing, { storage }))).toEqual(['marketing'])
  consent.acceptAll()
  createConsent({ ...options(), restricted: true })
  expect(consent.isGranted('analytics')).toBe(false)
  consent.destroy()
  expect(pending(createConsent(marketing))).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})

test('a second call of createConsent, by another copy of the package, shows one view, which the earlier unmount does not remove', async () => {
  const views = () => document.querySelectorAll('spaceone-consent').length
  const unmounts: (() => void)[] = []
  for (const { createConsent, mountConsentUi } of [await copy(), await copy()]) {
    unmounts.push(mountConsentUi(createConsent(options())))
    await vi.waitFor(() => expect(views()).toBe(1))
  }
  for (const [at, unmount] of unmounts.entries()) {
    unmount()
    expect(views()).toBe(1 - at)
  }
})

test('beside a copy of the SDK with another form, createConsent shares nothing, and blocks its services until its own grant', async () => {
  const foreign = Object.freeze({ list: [] })
  Reflect.set(globalThis, Symbol.for('@spaceone/consent/page/2'), foreign)
  const { original } = stubFetch()
  const network = fetch
  const { createConsent, googleAnalytics } = await copy()
  const consent = createConsent(under(googleAnalytics({ id: 'G-TEST123' })))
  await settle()
  await fetch('https://www.google-analytics.com/g/collect?v=2')
  expect(original).not.toHaveBeenCalled()
  expect(consent.$state.get().pending).toEqual(['analytics'])
  consent.destroy()
  expect(fetch).toBe(network)
})
