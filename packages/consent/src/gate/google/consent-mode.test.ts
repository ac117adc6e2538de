// @vitest-environment happy-dom

import { afterEach, expect, test } from 'vitest'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { type ConsentModeOptions, isTold, startConsentMode } from './consent-mode.ts'
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

const tell = (
  consent: ReturnType<typeof create>,
  options: ConsentModeOptions = {},
  name = 'dataLayer',
): boolean => {
  const wasTold = isTold(consent, dataLayer(name))
  startConsentMode(consent, dataLayer(name), gtagFor(name), options)
  return wasTold
}

/** What Google's tags have been told, as `default` or `update` and the signals that are granted. */
const told = (): readonly (readonly unknown[])[] =>
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

test('says first that everything is denied, then what is granted now', () => {
  const consent = create()
  consent.decide({ analytics: true })
  tell(consent)
  expect(told()).toEqual([
    ['consent', 'default', 'security_storage'],
    ['consent', 'update', 'analytics_storage', 'security_storage'],
  ])
})

test('answers for every signal each time, for one without an answer counts as granted', () => {
  const consent = create()
  tell(consent)
  consent.acceptAll()
  consent.rejectAll()
  expect(page.dataLayer).toHaveLength(4)
  for (const entry of page.dataLayer ?? [])
    expect(Object.keys(entry[2] as object).sort()).toEqual(SIGNALS)
})

test('uses arguments objects, the only form that the tag takes', () => {
  tell(create())
  for (const entry of page.dataLayer ?? [])
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
})

test.each([
  ['analytics', ['analytics_storage']],
  ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization']],
  ['personalization', ['personalization_storage', 'functionality_storage']],
  ['chat', []],
])('%s grants its signals and no others: %j', (category, signals) => {
  const consent = create()
  consent.decide({ [category]: true })
  tell(consent)
  expect(told()[1]).toEqual(['consent', 'update', ...[...signals, 'security_storage'].sort()])
})

test('a page without these categories grants none of their signals', () => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { chat: {} } },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  tell(consent as never)
  expect(told()[1]).toEqual(['consent', 'update', 'security_storage'])
})

test('tells each change at once', () => {
  const consent = create()
  tell(consent)
  consent.decide({ analytics: true, marketing: true })
  consent.withdraw('analytics')
  const ads = ['ad_personalization', 'ad_storage', 'ad_user_data']
  expect(told().slice(2)).toEqual([
    ['consent', 'update', ...ads, 'analytics_storage', 'security_storage'],
    ['consent', 'update', ...ads, 'security_storage'],
  ])
})

test('tells nothing where nothing changed for Google', () => {
  const consent = create()
  tell(consent)
  consent.acceptAll()
  const { length } = told()
  consent.acceptAll()
  consent.setLanguage('ko')
  consent.withdraw('chat')
  consent.openPreferences()
  consent.close()
  expect(told()).toHaveLength(length)
})

test('tells that a visitor who cannot consent grants nothing', () => {
  const consent = create()
  consent.acceptAll()
  tell(consent)
  consent.restrict(true)
  expect(told().slice(-1)).toEqual([['consent', 'update', 'security_storage']])
})

test('tells each consent once, however often it is started, and says whether it had been told', () => {
  const consent = create()
  expect(tell(consent)).toBe(false)
  expect(tell(consent)).toBe(true)
  consent.acceptAll()
  expect(told().map(([, kind]) => kind)).toEqual(['default', 'update', 'update'])
})

test('tells each data layer of its own', () => {
  const consent = create()
  const other = page as { ga4DataLayer?: unknown[] }
  expect(tell(consent)).toBe(false)
  expect(tell(consent, {}, 'ga4DataLayer')).toBe(false)
  consent.acceptAll()
  expect(other.ga4DataLayer).toHaveLength(3)
  expect(told()).toHaveLength(3)
  delete other.ga4DataLayer
})

test('the host may say which category grants a signal, and which is granted always or never', () => {
  const consent = create()
  tell(consent, {
    signals: { ad_storage: 'chat', ad_user_data: false, functionality_storage: true },
  })
  consent.acceptAll()
  consent.decide({ analytics: false, marketing: true, personalization: false, chat: false })
  expect(told().map(([, kind, ...signals]) => [kind, ...signals])).toEqual([
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

test('a category that does not exist grants no signal', () => {
  const consent = create()
  consent.acceptAll()
  tell(consent, { signals: { ad_storage: 'adverts', ad_user_data: 'toString' } })
  expect(told()[1]).not.toContain('ad_storage')
  expect(told()[1]).not.toContain('ad_user_data')
})

const commands = (): readonly unknown[] => (page.dataLayer ?? []).map(entry => Array.from(entry))

test('asks for nothing beside consent unless the host does', () => {
  tell(create())
  expect(commands().map(command => (command as unknown[])[0])).toEqual(['consent', 'consent'])
  expect(JSON.stringify(commands())).not.toContain('wait_for_update')
})

test('what the host asks for is set after the default and before the update', () => {
  tell(create(), { urlPassthrough: true, adsDataRedaction: true, waitForUpdate: 500 })
  expect(commands()).toEqual([
    ['consent', 'default', expect.objectContaining({ wait_for_update: 500 })],
    ['set', 'url_passthrough', true],
    ['set', 'ads_data_redaction', true],
    ['consent', 'update', expect.not.objectContaining({ wait_for_update: 500 })],
  ])
})
