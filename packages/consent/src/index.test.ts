import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import * as evidence from './evidence.ts'
import * as guide from './guide.ts'
import * as api from './index.ts'
import * as react from './react.ts'
import * as server from './server.ts'
import { VERSION } from './shared/build.ts'
import * as testing from './testing.ts'
import * as ui from './ui.ts'
import * as vue from './vue.ts'

test.each<[string, object, string]>([
  [
    'the package',
    api,
    'article9 blockedMarkup createConsent defineConsent firebaseAnalytics googleAds googleAnalytics googleTagManager script service',
  ],
  ['/ui', ui, 'mountConsentUi'],
  [
    '/guide',
    guide,
    'browserNames detectBrowser detectPlatform detectVersion guideFor loadGuideText',
  ],
  ['/evidence', evidence, 'deliverTo receipt'],
  ['/server', server, 'parseConsent'],
  ['/vue', vue, 'consentKey consentPlugin useConsent useGranted'],
  ['/react', react, 'ConsentProvider useConsent useGranted'],
  [
    '/testing',
    testing,
    'acceptAll choose createTestConsent grantedCookie openPreferences rejectAll',
  ],
])('%s exports these names and no others', (_, entry, names) => {
  expect(Object.keys(entry).sort()).toEqual(names.split(' '))
})

test('VERSION is the version in package.json', () => {
  expect(VERSION).toBe(manifest.version)
})
