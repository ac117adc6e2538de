import { afterEach, expect, test } from 'vitest'
import { parseConsent } from '../server.ts'
import { article9 } from './article9.ts'
import { createConsent } from './create-consent.ts'

const consents: { destroy(): void }[] = []

afterEach(() => {
  for (const consent of consents.splice(0)) consent.destroy()
})

test('article9() returns complete options for createConsent', () => {
  const consent = createConsent(article9({ googleAnalytics: 'G-TEST123', url: '/privacy' }))
  consents.push(consent)
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', pending: ['analytics'] })
  expect(consent.options.policy).toMatchObject({ version: '2024-01-18', url: '/privacy' })
})

test('lists each version of the privacy policy with the day of its effect', () => {
  const { versions = [] } = article9({ googleAnalytics: 'G-TEST123' }).policy
  expect(versions.map(({ version, effective }) => [version, effective])).toEqual([
    ['1.1', '2022-07-01'],
    ['1.2', '2022-07-25'],
    ['1.3', '2022-08-26'],
    ['1.4', '2022-12-30'],
    ['2024-01-18', '2024-01-18'],
  ])
  expect(versions.every(({ material }) => material)).toBe(true)
})

test('accepts all options of Google Analytics and all other options of createConsent', () => {
  const options = article9({
    googleAnalytics: { id: 'G-TEST123', dataLayer: 'layer' },
    cookie: { domain: '.megazone.io' },
  })
  expect(options.cookie).toEqual({ domain: '.megazone.io' })
  expect(options.categories.analytics.services?.[0]?.name).toBe('Google Analytics')
  expect(parseConsent('', options).isGranted('analytics/Google Analytics')).toBe(false)
})

test('rejects an id that is not a measurement id of Google Analytics 4', () => {
  expect(() => article9({ googleAnalytics: 'UA-1' })).toThrow(
    'id of googleAnalytics() is "UA-1". This is an id of Universal Analytics',
  )
})
