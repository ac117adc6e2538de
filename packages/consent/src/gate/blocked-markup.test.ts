// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../test/support/open-store.ts'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { blockedMarkup } from './blocked-markup.ts'

/** A page without a service, and a blocked script on it. */
const open = () => {
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics">run()</script>'
  const consent = openStore({ analytics: {} }, { services: [blockedMarkup()] })
  return { consent, script: document.querySelector('script') as HTMLScriptElement }
}

test('blocked markup is unblocked at the grant on a page without a service, and blocks no address', async () => {
  const { reaches } = stubFetch()
  const { consent, script } = open()
  await settle()
  expect(script.type).toBe('text/plain')
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
  consent.acceptAll()
  // The code that unblocks is a file of its own.
  await vi.waitFor(() => expect(script.type).toBe(''))
  expect(script.isConnected).toBe(true)
})

test('destroy leaves blocked markup blocked', async () => {
  const { consent, script } = open()
  consent.destroy()
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('text/plain')
})
