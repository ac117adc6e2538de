// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { createStore, memoryStorage } from '../core/index.ts'
import { blockedMarkup } from './blocked-markup.ts'

const create = () => {
  const consent = createStore(
    { policy: { version: '1' }, categories: { analytics: {} }, services: [blockedMarkup()] },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

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

test('blocked markup without a service blocks no address', () => {
  const { reaches } = stubFetch()
  onTestFinished(() => void vi.unstubAllGlobals())
  create()
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
})

test('destroy leaves blocked markup blocked', async () => {
  const script = blocked()
  const consent = create()
  consent.destroy()
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('text/plain')
})
