import { expect, test } from 'vitest'

const BUILT = '../packages/consent/dist'

test('importing the built package on a server leaves no global but that of nanostores, and grants nothing there [61]', async () => {
  const before = Object.getOwnPropertyNames(globalThis)
  const { createConsent, googleAnalytics, blockedMarkup } = await import(`${BUILT}/index.js`)
  const { mountConsentUi } = await import(`${BUILT}/ui.js`)
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    services: [blockedMarkup()],
  })
  mountConsentUi(consent)()
  expect(consent.$state.get().pending).toEqual(['analytics'])
  expect(consent.isGranted('analytics')).toBe(false)
  // nanostores defines a global of its own.
  expect(Object.getOwnPropertyNames(globalThis)).toEqual([...before, 'nanostoresGlobal'])
})
