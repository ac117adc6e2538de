// Imports every entry in Node, without a page or a bundler.

import assert from 'node:assert/strict'

// Any output to the console, such as an exception of a service, fails this test.
console.error = console.warn = (...words) => assert.fail(words.join(' '))

const { createConsent, googleAnalytics, blockedMarkup } = await import('@spaceone/consent')
const { deliverTo } = await import('@spaceone/consent/evidence')
const { mountConsentUi } = await import('@spaceone/consent/ui')
const { parseConsent } = await import('@spaceone/consent/server')
const { detectBrowser, guideFor, loadGuideText } = await import('@spaceone/consent/guide')
const { createTestConsent, grantedCookie } = await import('@spaceone/consent/testing')

const options = {
  policy: { version: '2024-01-18' },
  categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
  services: [blockedMarkup()],
  delivery: deliverTo({ url: '/consent-events' }),
}
const consent = createConsent(options)
assert.equal(consent.$state.get().status, 'undecided')
mountConsentUi(consent)()

// A decision of one visitor must not exist for the next visitor on the same server.
consent.acceptAll()
consent.destroy()
assert.equal(createConsent(options).isGranted('analytics'), false)

const double = createTestConsent({ ...options, granted: ['analytics'] })
assert.equal(double.isGranted('analytics'), true)
const { name, value } = grantedCookie(options, { analytics: true })
for (const [header, isGranted] of [
  [`${name}=${value}`, true],
  [`x_${name}=${value}`, false],
  [undefined, false],
])
  assert.equal(parseConsent(header, options).isGranted('analytics/Google Analytics'), isGranted)

const { steps } = guideFor(detectBrowser({ userAgent: '' }), await loadGuideText('ko'), {
  address: '',
})
assert.ok(steps.length > 0)

// This process ends only if no timer or connection is left.
