// Imports every entry in Node, without a page or a bundler.

import assert from 'node:assert/strict'

// Any output to the console, such as an exception of a service, fails this test.
console.error = console.warn = (...words) => assert.fail(words.join(' '))

// nanostores defines a global of its own.
await import('nanostores')
const before = Reflect.ownKeys(globalThis)
const { createConsent, googleAnalytics, googleTagManager, blockedMarkup, script } = await import(
  '@spaceone/consent'
)
const { mountConsentUi } = await import('@spaceone/consent/ui')
const { parseConsent } = await import('@spaceone/consent/server')
const { detectBrowser, guideFor, loadGuideText } = await import('@spaceone/consent/guide')
const { createTestConsent, grantedCookie } = await import('@spaceone/consent/testing')
assert.deepEqual(Reflect.ownKeys(globalThis), before, 'to import it leaves nothing behind')

const options = {
  policy: { version: '2024-01-18' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
    marketing: { services: [googleTagManager({ id: 'GTM-TEST123' })] },
    support: { services: [script({ src: 'https://chat.example/widget.js' })] },
  },
  services: [blockedMarkup()],
}
const consent = createConsent(options)
assert.equal(consent.isGranted('analytics'), false)
assert.equal(consent.$state.get().status, 'undecided')
const unmount = mountConsentUi(consent)
unmount()
consent.destroy()

// A decision of one visitor must not exist for the next visitor on the same server.
const first = createConsent({ policy: options.policy, categories: { analytics: {} } })
first.acceptAll()
const second = createConsent({ policy: options.policy, categories: { analytics: {} } })
assert.equal(second.isGranted('analytics'), false)

const record = { v: 1, p: '2024-01-18', l: 'en', t: 1_700_000_000, e: 1_715_552_000 }
const value = Buffer.from(
  JSON.stringify({ ...record, c: { analytics: 1, marketing: 0 }, m: 'custom', s: 'banner', n: 1 }),
).toString('base64url')
const parse = (header, now = 1_700_000_001) => parseConsent(header, options, { now: () => now })
const parsed = parse(`a=b; spaceone_consent=${value}`)
assert.equal(parsed.state.status, 'decided')
assert.deepEqual({ ...parsed.state.granted }, { analytics: true, marketing: false, support: false })
assert.equal(parsed.isGranted('analytics/Google Analytics'), true)
assert.equal(parse(`spaceone_consent=${value}`, 1_715_552_000).state.status, 'expired')
for (const header of [undefined, null, '', 'spaceone_consent=1', `x_spaceone_consent=${value}`])
  assert.equal(parse(header).isGranted('analytics'), false)

// What tests use needs no page either.
const double = createTestConsent({ ...options, granted: ['analytics'] })
assert.equal(double.isGranted('analytics'), true)
double.withdraw('analytics')
assert.equal(double.isGranted('analytics'), false)
const cookie = grantedCookie(options, { analytics: true })
const header = `${cookie.name}=${cookie.value}`
assert.equal(parseConsent(header, options).isGranted('analytics'), true)

const text = await loadGuideText('ko')
const { steps } = guideFor(detectBrowser({ userAgent: '' }), text, { address: '' })
assert.ok(steps.length > 0)

// This process ends only if no timer or connection is left.
