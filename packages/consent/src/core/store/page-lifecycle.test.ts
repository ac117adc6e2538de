// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { redefine } from '../../../../../test/support/redefine.ts'
import { followPage } from './page-lifecycle.ts'

test('listens to the available events when the browser or the page refuses others [5]', () => {
  vi.stubGlobal('setTimeout', broken)
  vi.stubGlobal('clearTimeout', broken)
  redefine(globalThis, 'cookieStore', { get: broken })
  const run = vi.fn()
  followPage(run, 'consent.history', () => 0, onTestFinished)
  window.dispatchEvent(new Event('pageshow'))
  window.dispatchEvent(new StorageEvent('storage', { key: 'consent.history' }))
  expect(run).toHaveBeenCalledTimes(2)
})
