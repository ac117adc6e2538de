// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { type Attachable, createConsent, memoryStorage } from '../core/index.ts'
import { blockedMarkup } from './blocked-markup.ts'
import { service } from './service.ts'

const create = (attachable: Attachable = blockedMarkup()) => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { analytics: {} }, services: [attachable] },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

const settle = (): Promise<unknown> =>
  new Promise(resolve => {
    setTimeout(resolve)
  })

const blocked = (): HTMLScriptElement => {
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics">run()</script>'
  return document.querySelector('script') as HTMLScriptElement
}

test('blocked markup is unblocked at the grant on a page without a service', async () => {
  const script = blocked()
  const consent = create()
  await settle()
  expect(script.type).toBe('text/plain')
  consent.acceptAll()
  // `unblock.ts` is a file of its own, which is loaded here before the tests.
  await vi.waitFor(() => expect(script.type).toBe(''))
  expect(script.isConnected).toBe(true)
})

test('any service of the gate has blocked markup unblocked at the grant', async () => {
  const script = blocked()
  const chat = service({
    ...{ name: 'Chat', category: 'analytics', match: [], cookies: [] },
    ...{ start() {}, stop() {} },
  })
  const consent = create(chat)
  await settle()
  expect(script.type).toBe('text/plain')
  consent.acceptAll()
  await vi.waitFor(() => expect(script.type).toBe(''))
})

test('blocked markup without a service blocks no address', async () => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  create()
  await fetch('https://www.google-analytics.com/g/collect')
  expect(original).toHaveBeenCalledOnce()
})

test('destroy leaves blocked markup blocked', async () => {
  const script = blocked()
  const consent = create()
  consent.destroy()
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('text/plain')
})
