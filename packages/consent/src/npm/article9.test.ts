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
  expect(options.policy.versions?.every(({ material }) => material)).toBe(true)
  expect(options.categories.analytics.services?.[0]?.name).toBe('Google Analytics')
  const { state } = parseConsent('', options)
  expect(state).toMatchObject({ status: 'undecided', pending: ['analytics'] })
})
