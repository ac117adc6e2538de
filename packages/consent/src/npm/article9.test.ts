import { expect, test } from 'vitest'
import { parseConsent } from '../server.ts'
import { article9 } from './article9.ts'

test('article9() returns complete options, with all options of Google Analytics and of createConsent', () => {
  const options = article9({
    googleAnalytics: { id: 'G-TEST123', dataLayer: 'layer' },
    cookie: { domain: '.megazone.io' },
    url: '/privacy',
  })
  expect(options.cookie).toEqual({ domain: '.megazone.io' })
  expect(options.policy).toMatchObject({ version: '2024-01-18', url: '/privacy' })
  expect(options.categories.analytics.services?.[0]?.name).toBe('Google Analytics')
  const { state } = parseConsent('', options)
  expect(state).toMatchObject({ status: 'undecided', pending: ['analytics'] })
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
