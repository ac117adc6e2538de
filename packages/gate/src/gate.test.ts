// @vitest-environment happy-dom
import { createConsent } from '@spaceone/consent-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { enterGate } from './gate.ts'

const create = () =>
  createConsent(
    { policy: { version: '1' }, categories: { analytics: {} } },
    { storage: { read: () => [], write() {} }, signals: { gpc: false } },
  )

/** Puts a network into the page, and says whether a request gets there. */
const network = () => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  const reaches = (address: string): boolean => {
    original.mockClear()
    void fetch(address)
    return original.mock.calls.length > 0
  }
  return { original, reaches }
}

const keptFrom = (host: string) => ({ category: 'analytics', match: [host] })

test('who leaves is let through, and the others stay kept', () => {
  const { original, reaches } = network()
  const consent = create()
  const leaveChat = enterGate(consent, keptFrom('chat.test'))
  const leaveAds = enterGate(consent, keptFrom('ads.test'))
  leaveChat()
  expect(reaches('https://chat.test/')).toBe(true)
  expect(reaches('https://ads.test/')).toBe(false)
  leaveAds()
  expect(window.fetch).toBe(original)
})

test('who comes after the last has left is kept too', () => {
  const { original, reaches } = network()
  const consent = create()
  enterGate(consent)()
  const leave = enterGate(consent, keptFrom('chat.test'))
  expect(reaches('https://chat.test/')).toBe(false)
  leave()
  expect(window.fetch).toBe(original)
})
