// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { warn } from '../../options/warn.ts'
import { setAddress } from '../set-address.ts'
import { unblockScript } from './unblock-script.ts'

test.each<[string, (script: Element) => unknown]>([
  ['has loaded', script => script.dispatchEvent(new Event('load'))],
  ['has failed', script => script.dispatchEvent(new Event('error'))],
  ['has taken too long', () => vi.advanceTimersByTime(3000)],
])('a script that %s lets the next one run, and keeps no listener', async (_, settle) => {
  vi.useFakeTimers()
  const script = Object.assign(document.createElement('script'), { type: 'text/plain' })
  script.dataset['src'] = '/a.js'
  document.body.append(script)
  const added = vi.spyOn(script, 'addEventListener')
  const removed = vi.spyOn(script, 'removeEventListener')
  const turn = unblockScript(script, undefined, { setAddress, warn })
  expect(added.mock.calls.map(([type]) => type)).toEqual(['load', 'error'])
  settle(script)
  await turn
  expect(removed.mock.calls).toEqual(added.mock.calls)
})
