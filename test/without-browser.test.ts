import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import earlier from '../scripts/notices/0.1.json' with { type: 'json' }

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

test('notices.json has the notices of 0.1 and those that noticesOf gives for the preset, each under its own hash [18]', async () => {
  const { article9 } = await import(`${BUILT}/index.js`)
  const { inventoryOf, noticesOf } = await import(`${BUILT}/inventory.js`)
  const file = new URL(`${BUILT}/notices.json`, import.meta.url)
  const notices: Record<string, { text: string }> = JSON.parse(readFileSync(file, 'utf8'))
  for (const [hash, { text }] of Object.entries(notices))
    expect(hash).toBe(createHash('sha256').update(text).digest('base64url').slice(0, 22))
  for (const [hash, text] of Object.entries(earlier)) expect(notices[hash]).toEqual({ text })
  const options = article9({ googleAnalytics: 'G-TEST123', url: '/elsewhere' })
  expect(notices).toMatchObject(await noticesOf(options))
  const { wordsHashes } = await inventoryOf(options)
  expect(Object.values(notices)).toContainEqual({
    text: expect.stringContaining('"We would like to use optional cookies'),
    inventory: wordsHashes.en,
  })
})
