// @vitest-environment happy-dom
import { type ConsentStorage, createConsent } from '@spaceone/consent-core'
import { afterEach, expect, test } from 'vitest'
import { startConsentMode } from './consent-mode.ts'

const page = window as unknown as { dataLayer?: ArrayLike<unknown>[] }

afterEach(() => {
  delete page.dataLayer
})

const memory = (): ConsentStorage => {
  let values: readonly string[] = []
  return {
    read: () => values,
    write: value => {
      values = [value]
    },
  }
}

const create = () =>
  createConsent(
    {
      policy: { version: '1' },
      categories: { analytics: {}, marketing: {}, personalization: {}, chat: {} },
    },
    { storage: memory(), signals: { gpc: false } },
  )

/** What Google's tags have been told, as `default` or `update` and the signals that are granted. */
const told = (): readonly (readonly unknown[])[] =>
  (page.dataLayer ?? []).map(entry => {
    const [name, kind, signals] = Array.from(entry)
    const granted = Object.entries(signals as object).filter(([, answer]) => answer === 'granted')
    return [name, kind, ...granted.map(([signal]) => signal)]
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
  startConsentMode(consent)
  expect(told()).toEqual([
    ['consent', 'default', 'security_storage'],
    ['consent', 'update', 'security_storage', 'analytics_storage'],
  ])
})

test('answers for every signal each time, for one without an answer counts as granted', () => {
  const consent = create()
  startConsentMode(consent)
  consent.acceptAll()
  consent.rejectAll()
  expect(page.dataLayer).toHaveLength(4)
  for (const entry of page.dataLayer ?? [])
    expect(Object.keys(entry[2] as object).sort()).toEqual(SIGNALS)
})

test('uses arguments objects, the only form that the tag takes', () => {
  startConsentMode(create())
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
  startConsentMode(consent)
  expect(told()[1]).toEqual(['consent', 'update', 'security_storage', ...signals])
})

test('a page without these categories grants none of their signals', () => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { chat: {} } },
    { storage: { read: () => [], write() {} }, signals: { gpc: false } },
  )
  consent.acceptAll()
  startConsentMode(consent)
  expect(told()[1]).toEqual(['consent', 'update', 'security_storage'])
})

test('tells each change at once', () => {
  const consent = create()
  startConsentMode(consent)
  consent.decide({ analytics: true, marketing: true })
  consent.withdraw('analytics')
  expect(told().slice(2)).toEqual([
    [
      'consent',
      'update',
      'security_storage',
      'analytics_storage',
      'ad_storage',
      'ad_user_data',
      'ad_personalization',
    ],
    ['consent', 'update', 'security_storage', 'ad_storage', 'ad_user_data', 'ad_personalization'],
  ])
})

test('tells nothing where nothing changed for Google', () => {
  const consent = create()
  startConsentMode(consent)
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
  startConsentMode(consent)
  consent.restrict(true)
  expect(told().slice(-1)).toEqual([['consent', 'update', 'security_storage']])
})

test('tells each consent once, however often it is started', () => {
  const consent = create()
  startConsentMode(consent)
  startConsentMode(consent)
  consent.acceptAll()
  expect(told().map(([, kind]) => kind)).toEqual(['default', 'update', 'update'])
})
