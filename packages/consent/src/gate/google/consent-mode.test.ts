// @vitest-environment happy-dom

import { afterEach, expect, test } from 'vitest'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { type ConsentModeOptions, hasConsentMode, startConsentMode } from './consent-mode.ts'
import { dataLayer, gtagFor } from './data-layer.ts'

const page = window as unknown as { dataLayer?: ArrayLike<unknown>[] }

afterEach(() => {
  delete page.dataLayer
})

const create = () =>
  createConsent(
    {
      policy: { version: '1' },
      categories: { analytics: {}, marketing: {}, personalization: {}, chat: {} },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )

const start = (
  consent: ReturnType<typeof create>,
  options: ConsentModeOptions = {},
  name = 'dataLayer',
): boolean => {
  const wasTold = hasConsentMode(consent, dataLayer(name))
  startConsentMode(consent, dataLayer(name), gtagFor(name), options)
  return wasTold
}

/** Returns the consent commands: `default` or `update`, and the granted signals. */
const sentSignals = (): readonly (readonly unknown[])[] =>
  (page.dataLayer ?? []).map(entry => {
    const [name, kind, signals] = Array.from(entry)
    const granted = Object.entries(signals as object).filter(([, answer]) => answer === 'granted')
    return [name, kind, ...granted.map(([signal]) => signal).sort()]
  })

const SIGNALS = [
  'ad_personalization',
  'ad_storage',
  'ad_user_data',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]

test('pushes a default that denies everything, then an update with the current grants', () => {
  const consent = create()
  consent.decide({ analytics: true })
  start(consent)
  expect(sentSignals()).toEqual([
    ['consent', 'default', 'security_storage'],
    ['consent', 'update', 'analytics_storage', 'security_storage'],
  ])
})

test('every update has every signal, since a missing signal counts as granted', () => {
  const consent = create()
  start(consent)
  consent.acceptAll()
  consent.rejectAll()
  expect(page.dataLayer).toHaveLength(4)
  for (const entry of page.dataLayer ?? [])
    expect(Object.keys(entry[2] as object).sort()).toEqual(SIGNALS)
})

test('pushes arguments objects, the only form that the tag accepts', () => {
  start(create())
  for (const entry of page.dataLayer ?? [])
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
})

test.each([
  ['analytics', ['analytics_storage']],
  ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization']],
  ['personalization', ['personalization_storage', 'functionality_storage']],
  ['chat', []],
])('the category %s grants only its own signals: %j', (category, signals) => {
  const consent = create()
  consent.decide({ [category]: true })
  start(consent)
  expect(sentSignals()[1]).toEqual([
    'consent',
    'update',
    ...[...signals, 'security_storage'].sort(),
  ])
})

test('a site without a signal’s category never grants that signal', () => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { chat: {} } },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  start(consent as never)
  expect(sentSignals()[1]).toEqual(['consent', 'update', 'security_storage'])
})

test('pushes an update at each change', () => {
  const consent = create()
  start(consent)
  consent.decide({ analytics: true, marketing: true })
  consent.withdraw('analytics')
  const ads = ['ad_personalization', 'ad_storage', 'ad_user_data']
  expect(sentSignals().slice(2)).toEqual([
    ['consent', 'update', ...ads, 'analytics_storage', 'security_storage'],
    ['consent', 'update', ...ads, 'security_storage'],
  ])
})

test('pushes no update when no signal has changed', () => {
  const consent = create()
  start(consent)
  consent.acceptAll()
  const { length } = sentSignals()
  consent.acceptAll()
  consent.setLanguage('ko')
  consent.withdraw('chat')
  consent.openPreferences()
  consent.close()
  expect(sentSignals()).toHaveLength(length)
})

test('pushes denied signals for a restricted visitor', () => {
  const consent = create()
  consent.acceptAll()
  start(consent)
  consent.restrict(true)
  expect(sentSignals().slice(-1)).toEqual([['consent', 'update', 'security_storage']])
})

test('pushes denied signals when a listener of the page destroys the consent during a change', () => {
  const consent = create()
  consent.acceptAll()
  consent.$state.listen(() => consent.destroy())
  start(consent)
  consent.setLanguage('ko')
  expect(sentSignals().slice(-1)).toEqual([['consent', 'update', 'security_storage']])
  const { length } = sentSignals()
  consent.acceptAll()
  expect(sentSignals()).toHaveLength(length)
})

test('pushes the signals of a consent once for any number of starts, and hasConsentMode says so', () => {
  const consent = create()
  expect(start(consent)).toBe(false)
  expect(start(consent)).toBe(true)
  consent.acceptAll()
  expect(sentSignals().map(([, kind]) => kind)).toEqual(['default', 'update', 'update'])
})

test('pushes the signals to each data layer', () => {
  const consent = create()
  const other = page as { ga4DataLayer?: unknown[] }
  expect(start(consent)).toBe(false)
  expect(start(consent, {}, 'ga4DataLayer')).toBe(false)
  consent.acceptAll()
  expect(other.ga4DataLayer).toHaveLength(3)
  expect(sentSignals()).toHaveLength(3)
  delete other.ga4DataLayer
})

test('the options set the category of a signal, or true or false', () => {
  const consent = create()
  start(consent, {
    signals: { ad_storage: 'chat', ad_user_data: false, functionality_storage: true },
  })
  consent.acceptAll()
  consent.decide({ analytics: false, marketing: true, personalization: false, chat: false })
  expect(sentSignals().map(([, kind, ...signals]) => [kind, ...signals])).toEqual([
    ['default', 'functionality_storage', 'security_storage'],
    ['update', 'functionality_storage', 'security_storage'],
    [
      'update',
      'ad_personalization',
      'ad_storage',
      'analytics_storage',
      'functionality_storage',
      'personalization_storage',
      'security_storage',
    ],
    ['update', 'ad_personalization', 'functionality_storage', 'security_storage'],
  ])
})

test('an unknown category grants no signal', () => {
  const consent = create()
  consent.acceptAll()
  start(consent, { signals: { ad_storage: 'adverts', ad_user_data: 'toString' } })
  expect(sentSignals()[1]).not.toContain('ad_storage')
  expect(sentSignals()[1]).not.toContain('ad_user_data')
})

const commands = (): readonly unknown[] => (page.dataLayer ?? []).map(entry => Array.from(entry))

test('pushes only consent commands unless the options ask for more', () => {
  start(create())
  expect(commands().map(command => (command as unknown[])[0])).toEqual(['consent', 'consent'])
  expect(JSON.stringify(commands())).not.toContain('wait_for_update')
})

test('url_passthrough and ads_data_redaction are set after the default and before the update', () => {
  start(create(), { urlPassthrough: true, adsDataRedaction: true, waitForUpdate: 500 })
  expect(commands()).toEqual([
    ['consent', 'default', expect.objectContaining({ wait_for_update: 500 })],
    ['set', 'url_passthrough', true],
    ['set', 'ads_data_redaction', true],
    ['consent', 'update', expect.not.objectContaining({ wait_for_update: 500 })],
  ])
})
