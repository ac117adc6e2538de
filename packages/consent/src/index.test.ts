import { expect, test, vi } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import * as evidence from './evidence.ts'
import * as guide from './guide.ts'
import * as api from './index.ts'
import * as server from './server.ts'
import * as ui from './ui.ts'
import { VERSION } from './version.ts'

test('gives out these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'article9',
    'createConsent',
    'googleAds',
    'googleAnalytics',
    'googleTagManager',
    'heldMarkup',
    'script',
    'service',
  ])
  expect(Object.keys(ui).sort()).toEqual(['mountConsentUi'])
  expect(Object.keys(guide).sort()).toEqual([
    'browserNames',
    'detectBrowser',
    'detectPlatform',
    'guideFor',
    'loadGuideText',
  ])
  expect(Object.keys(evidence).sort()).toEqual(['deliverTo', 'receipt'])
  expect(Object.keys(server).sort()).toEqual(['parseConsent'])
})

test('importing and creating it without a page throws nothing and grants nothing [61]', () => {
  const report = vi.spyOn(console, 'error').mockReturnValue()
  const consent = api.createConsent({
    policy: { version: '2024-01-18' },
    categories: {
      analytics: { services: [api.googleAnalytics({ id: 'G-XXXXXXX' })] },
      support: { services: [api.script({ src: 'https://chat.example/widget.js' })] },
    },
    services: [api.heldMarkup()],
    report: evidence.deliverTo({ url: '/consent-events' }),
  })
  expect(consent.$state.get()).toMatchObject({
    status: 'undecided',
    granted: { analytics: false, support: false },
  })
  expect(ui.mountConsentUi(consent)).toBeTypeOf('function')
  consent.acceptAll()
  expect(report).not.toHaveBeenCalled()
})

test('says the version of its package', () => {
  expect(VERSION).toBe(manifest.version)
})
