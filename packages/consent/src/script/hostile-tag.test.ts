// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withFew } from '../../../../test/support/hostile.ts'
import type { AnyConsent } from '../core/index.ts'
import { startTag } from './start-tag.ts'

// Many values, one after the other, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

/** Every attribute that the tag knows. */
const ATTRIBUTES = [
  ...['ga', 'gtm', 'gaServer', 'layer', 'lang', 'categories', 'restricted', 'report'],
  ...['reportRefusals', 'policyVersion', 'policyUrl', 'policyUrlKo', 'policyEarlier'],
  ...['cookieName', 'cookieDomain', 'cookieDays', 'position', 'theme', 'button', 'zIndex'],
]

/** Whatever a page can say by a call, and what the stub that queues it can be. */
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
const warn = vi.spyOn(console, 'warn')

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

/** Starts the tag. Whatever is wrong is said once, and a visitor's yes grants nothing then. */
const startWith = (dataset: Record<string, string>): void => {
  warn.mockReset()
  const script = document.createElement('script')
  // Nothing lies there.
  vi.spyOn(script, 'src', 'get').mockReturnValue('file:///nowhere/consent.js')
  Object.assign(script.dataset, { policyVersion: '1', categories: 'analytics', ...dataset })
  startTag(script)
  if (warn.mock.calls[0]) {
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0][0]).toMatch(/(Everything optional stays off|Its default is used)\.$/)
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

test('with everything right the tag has a consent, and warns of nothing', () => {
  startWith(Object.fromEntries(ATTRIBUTES.map(name => [name, RIGHT[name] ?? 'true'])))
  expect(warn).not.toHaveBeenCalled()
})

const RIGHT: Readonly<Record<string, string>> = {
  ga: 'G-XXXXXXX',
  gtm: 'GTM-XXXXXXX',
  gaServer: '/metrics',
  layer: 'dataLayer',
  lang: 'ko',
  categories: 'analytics marketing',
  report: '/events',
  policyVersion: '2024-01-18',
  policyUrl: '/privacy',
  policyUrlKo: '/ko/privacy',
  policyEarlier: '/earlier',
  cookieName: 'consent',
  cookieDomain: '.localhost',
  cookieDays: '180',
  position: 'left',
  theme: 'dark',
  button: 'right',
  zIndex: '10',
}

test.each(ATTRIBUTES)(
  'data-%s: whatever stands there, one warning at most, and nothing is granted [5, 49]',
  name => {
    withFew(value => {
      let text = ''
      try {
        text = `${value}`
      } catch {
        // An attribute is always a text.
      }
      startWith({ [name]: text })
    })
  },
)

test.each(Object.entries(CALLS))(
  '%s: whatever it is, one warning at most, and nothing is granted [5, 49]',
  (_, stubOf) => {
    withFew(value => {
      page.spaceoneConsent = stubOf(value)
      startWith({})
      Reflect.deleteProperty(globalThis, 'spaceoneConsent')
    })
  },
)

test('a category is one whatever it is called, also by a name of the prototype [49]', () => {
  warn.mockReset()
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
