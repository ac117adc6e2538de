// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withFew } from '../../../../test/support/hostile.ts'
import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { startTag } from './start-tag.ts'

// The texts of the warnings are tested in explain.test.ts.
vi.mock('../options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

// The tests try many values, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 })

/** All attributes of the script tag. */
const ATTRIBUTES = [
  ...['ga', 'gtm', 'gaServer', 'layer', 'lang', 'categories', 'restricted', 'delivery'],
  ...['deliveryRefusals', 'policyVersion', 'policyUrl', 'policyUrlKo', 'policyEarlier'],
  ...['cookieName', 'cookieDomain', 'cookieDays', 'position', 'theme', 'button', 'zIndex'],
]

/** The forms of an invalid call, and of an invalid stub that queues the calls. */
const CALLS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'the global': value => value,
  'its queue': q => Object.assign(() => {}, { q }),
  'an entry of its queue': value => Object.assign(() => {}, { q: [value] }),
  'a call': value => Object.assign(() => {}, { q: [[value]] }),
  'a callback that throws it': value =>
    Object.assign(() => {}, {
      q: [
        [
          () => {
            throw value
          },
        ],
      ],
    }),
  ...Object.fromEntries(
    [
      ...['versions', 'versions[]', 'texts', 'texts.en', 'texts.en.banner', 'texts.en.banner.lead'],
      ...['guide', 'guide.chrome', 'guide.chrome.tasks', 'position', 'services', '__proto__'],
    ].map(path => [
      `${path} of a call`,
      (value: unknown) => Object.assign(() => {}, { q: [[nested(path, value)]] }),
    ]),
  ),
}

const nested = (path: string, value: unknown): object =>
  path
    .replace('[]', '.0')
    .split('.')
    .reduceRight<unknown>(
      (inner, key) => (key === '0' ? [inner] : Object.fromEntries([[key, inner]])),
      value,
    ) as object

const page = globalThis as { spaceoneConsent?: unknown }
const prototype = Object.prototype as { analytics?: unknown }
const said = vi.mocked(warn)

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubGlobal('reportError', () => {})
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  vi.spyOn(console, 'error').mockReturnValue()
  prototype.analytics = true
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  delete prototype.analytics
  delete page.spaceoneConsent
})

/** Starts the tag and expects at most one warning, and no grant after `acceptAll()`. */
const startWith = (dataset: Record<string, string>): void => {
  said.mockReset()
  const script = document.createElement('script')
  // The address has no file.
  vi.spyOn(script, 'src', 'get').mockReturnValue('file:///nowhere/consent.js')
  Object.assign(script.dataset, { policyVersion: '1', categories: 'analytics', ...dataset })
  startTag(script)
  if (said.mock.calls[0]) {
    expect(said).toHaveBeenCalledTimes(1)
    expect(said.mock.calls[0][0]).toMatch(/^(data-[a-z-]+|policy-versions|not-started)$/)
  }
  const consent = page.spaceoneConsent as AnyConsent
  const answers = () => Object.values(consent.$state.get().granted)
  expect(answers()).not.toContain(true)
  consent.acceptAll()
  consent.rejectAll()
  expect(answers()).not.toContain(true)
  expect(prototype.analytics).toBe(true)
  expect(Object.keys(prototype)).toEqual(['analytics'])
  consent.erase()
  consent.destroy()
  Reflect.deleteProperty(globalThis, 'spaceoneConsent')
}

test('the tag creates a consent without a warning when all attributes are valid', () => {
  startWith(Object.fromEntries(ATTRIBUTES.map(name => [name, RIGHT[name] ?? 'true'])))
  expect(said).not.toHaveBeenCalled()
})

const RIGHT: Readonly<Record<string, string>> = {
  ga: 'G-TEST123',
  gtm: 'GTM-TEST123',
  gaServer: '/metrics',
  layer: 'dataLayer',
  lang: 'ko',
  categories: 'analytics marketing',
  delivery: '/events',
  policyVersion: '2024-01-18',
  policyUrl: '/privacy',
  policyUrlKo: '/ko/privacy',
  policyEarlier: '/earlier',
  cookieName: 'consent',
  cookieDomain: '.localhost',
  cookieDays: '184',
  position: 'left',
  theme: 'dark',
  button: 'right',
  zIndex: '10',
}

test.each(ATTRIBUTES)(
  'the tag warns at most once and grants nothing when data-%s has any value [5, 49]',
  name => {
    withFew(value => {
      let text = ''
      try {
        text = `${value}`
      } catch {
        // A value that cannot become a text is not a possible attribute.
      }
      startWith({ [name]: text })
    })
  },
)

test.each(Object.entries(CALLS))(
  'the tag warns at most once and grants nothing when %s has any value [5, 49]',
  (_, stubOf) => {
    withFew(value => {
      page.spaceoneConsent = stubOf(value)
      startWith({})
      Reflect.deleteProperty(globalThis, 'spaceoneConsent')
    })
  },
)

test('the tag creates a category of any name, also of a name in Object.prototype [49]', () => {
  said.mockReset()
  const script = document.createElement('script')
  vi.spyOn(script, 'src', 'get').mockReturnValue('file:///nowhere/consent.js')
  Object.assign(script.dataset, {
    policyVersion: '1',
    categories: 'constructor toString analytics',
  })
  startTag(script)
  const consent = page.spaceoneConsent as AnyConsent
  expect(consent.$state.get().pending).toEqual(['constructor', 'toString', 'analytics'])
  consent.destroy()
})

test('the tag blocks and warns with the value when the day of a policy version is invalid [5]', () => {
  said.mockReset()
  const versions = [{ version: '1', effective: '18.1.2024', material: true }]
  page.spaceoneConsent = Object.assign(() => {}, { q: [[{ versions }]] })
  const script = document.createElement('script')
  vi.spyOn(script, 'src', 'get').mockReturnValue('file:///nowhere/consent.js')
  Object.assign(script.dataset, { policyVersion: '1', categories: 'analytics' })
  startTag(script)
  expect(said).toHaveBeenCalledExactlyOnceWith('policy-versions', '18.1.2024')
  const consent = page.spaceoneConsent as AnyConsent
  expect(consent.$state.get().status).toBe('restricted')
  consent.destroy()
})
