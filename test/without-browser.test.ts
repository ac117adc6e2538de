import { expect, test } from 'vitest'

const BUILT = '../packages/consent/dist'

test('the built package comes into a server without a trace, and grants nothing there [61]', async () => {
  const before = Object.getOwnPropertyNames(globalThis)
  const { createConsent, googleAnalytics, heldMarkup } = await import(`${BUILT}/index.js`)
  const { mountConsentUi } = await import(`${BUILT}/ui.js`)
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    services: [heldMarkup()],
  })
  mountConsentUi(consent)()
  expect(consent.$state.get().pending).toEqual(['analytics'])
  expect(consent.isGranted('analytics')).toBe(false)
  // nanostores keeps one name there.
  expect(Object.getOwnPropertyNames(globalThis)).toEqual([...before, 'nanostoresGlobal'])
})
