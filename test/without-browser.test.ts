import { expect, test } from 'vitest'

const BUILT = '../packages/consent/dist'

test('importing the built package and creating a consent on a server throws nothing, leaves no global but that of nanostores, and grants nothing there [61]', async () => {
  const { error } = console
  const errors: unknown[] = []
  console.error = one => errors.push(one)
  const before = Object.getOwnPropertyNames(globalThis)
  const { createConsent, googleAnalytics, script, blockedMarkup } = await import(
    `${BUILT}/index.js`
  )
  const { mountConsentUi } = await import(`${BUILT}/ui.js`)
  const { deliverTo } = await import(`${BUILT}/evidence.js`)
  const consent = createConsent({
    policy: { version: '1' },
    categories: {
      analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
      support: { services: [script({ src: 'https://chat.example/widget.js' })] },
    },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: '/consent-events' }),
  })
  mountConsentUi(consent)()
  const { pending, granted } = consent.$state.get()
  expect(pending).toEqual(['analytics', 'support'])
  expect(Object.values(granted)).toEqual([false, false])
  consent.acceptAll()
  console.error = error
  expect(errors).toEqual([])
  // nanostores defines a global of its own.
  expect(Object.getOwnPropertyNames(globalThis)).toEqual([...before, 'nanostoresGlobal'])
})
