// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { createConsent, memoryStorage } from '../core/index.ts'
import { heldMarkup } from './held-markup.ts'

const create = () => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { analytics: {} }, services: [heldMarkup()] },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

const settle = (): Promise<unknown> =>
  new Promise(resolve => {
    setTimeout(resolve)
  })

const hold = (): HTMLScriptElement => {
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics">run()</script>'
  return document.querySelector('script') as HTMLScriptElement
}

test('a page without a service has its held mark-up released at the grant', async () => {
  const script = hold()
  const consent = create()
  await settle()
  expect(script.type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('')
  expect(script.isConnected).toBe(true)
})

test('refuses the page no address', async () => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  create()
  await fetch('https://www.google-analytics.com/g/collect')
  expect(original).toHaveBeenCalledOnce()
})

test('destroying leaves held what is held', async () => {
  const script = hold()
  const consent = create()
  consent.destroy()
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('text/plain')
})
