// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../test/support/open-store.ts'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { blockedMarkup } from './service.ts'

test.each([
  ['is unblocked at the grant', ''],
  ['stays blocked after destroy()', 'text/plain'],
])('on a page without a service blocked markup %s, and no address is blocked', async (_, type) => {
  const { reaches } = stubFetch()
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics">run()</script>'
  const script = document.querySelector('script')
  const consent = openStore({ analytics: {} }, { services: [blockedMarkup()] })
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
  if (type) consent.destroy()
  await settle()
  expect(script?.type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  // The code that unblocks is a file of its own.
  await vi.waitFor(() => expect(script?.type).toBe(type))
})
