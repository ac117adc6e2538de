// @vitest-environment happy-dom

import { expect, test } from 'vitest'
import {
  commands,
  page,
  transcript,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { openStore } from '../../../../../test/support/open-store.ts'
import { type ConsentModeOptions, hasConsentMode, startConsentMode } from './consent-mode.ts'
import { dataLayer, gtagFor } from './data-layer.ts'

// test/everywhere/callbacks.ts shows a page that destroys the consent during a change.

useGooglePages()

const create = () =>
  openStore<string>({ analytics: {}, marketing: {}, personalization: {}, chat: {} })

type Created = ReturnType<typeof create>

const start = (consent: Created, options: ConsentModeOptions = {}, name = 'dataLayer'): boolean => {
  const wasTold = hasConsentMode(consent, dataLayer(name))
  startConsentMode(consent, dataLayer(name), gtagFor(name), options)
  return wasTold
}

/** Returns the granted signals of each consent command, except the one that is always granted. */
const granted = (): readonly (readonly string[])[] =>
  commands().map(([, , signals]) =>
    Object.entries(signals as object)
      .filter(([signal, answer]) => answer === 'granted' && signal !== 'security_storage')
      .map(([signal]) => signal)
      .sort(),
  )

const ADS = ['ad_personalization', 'ad_storage', 'ad_user_data']
const PERSONAL = ['functionality_storage', 'personalization_storage']
const ALL = [...ADS, 'analytics_storage', ...PERSONAL]

test('pushes a default that denies everything, then an update with the current grants, with every signal and no other command', () => {
  const consent = create()
  consent.decide({ analytics: true })
  start(consent)
  consent.rejectAll()
  expect(transcript()).toBe('consent default, consent update, consent update')
  expect(granted()).toEqual([[], ['analytics_storage'], []])
  // Google's tag counts a missing signal as granted, so each command has to name every signal.
  for (const [, , signals] of commands()) {
    expect(Object.keys(signals as object).sort()).toEqual([...ALL, 'security_storage'])
    expect(signals).toMatchObject({ security_storage: 'granted' })
  }
})

test.each<[string, ConsentModeOptions['signals'], readonly string[]]>([
  ['analytics', {}, ['analytics_storage']],
  ['marketing', {}, ADS],
  ['personalization', {}, PERSONAL],
  ['chat', {}, []],
  // The options set the category of a signal, or true or false; an unknown category grants none.
  ['chat', { ad_storage: 'chat' }, ['ad_storage']],
  ['marketing', { ad_storage: 'chat', ad_user_data: false }, ['ad_personalization']],
  ['chat', { functionality_storage: true }, ['functionality_storage']],
  ['marketing', { ad_storage: 'adverts', ad_user_data: 'toString' }, ['ad_personalization']],
])(
  'the category %s grants only its own signals, with the options %j: %j',
  (category, signals, own) => {
    const consent = create()
    consent.decide({ [category]: true })
    start(consent, { signals })
    // A signal that the options always grant is granted by the default, too.
    expect(granted()).toEqual([signals?.functionality_storage ? own : [], own])
  },
)

test('pushes an update when a signal has changed, and only then', () => {
  const consent = create()
  start(consent)
  consent.decide({ analytics: true, marketing: true })
  consent.withdraw('analytics')
  for (const _ of ['once', 'twice']) consent.acceptAll()
  consent.setLanguage('ko')
  consent.withdraw('chat')
  consent.openPreferences()
  consent.restrict(true)
  expect(granted().slice(2)).toEqual([[...ADS, 'analytics_storage'], ADS, ALL, []])
})

test('pushes the signals of a consent once to each data layer for any number of starts', () => {
  const consent = create()
  expect(start(consent)).toBe(false)
  expect(start(consent)).toBe(true)
  expect(start(consent, {}, 'ga4DataLayer')).toBe(false)
  consent.acceptAll()
  expect(granted()).toEqual([[], [], ALL])
  expect(page.ga4DataLayer).toHaveLength(3)
})
