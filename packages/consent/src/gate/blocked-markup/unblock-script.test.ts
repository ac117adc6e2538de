// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { warn } from '../../options/warn.ts'
import { setAddress } from '../set-address.ts'
import { unblockScript } from './unblock-script.ts'

test.each<[string, (script: Element) => unknown]>([
  ['has loaded', script => script.dispatchEvent(new Event('load'))],
  ['has failed', script => script.dispatchEvent(new Event('error'))],
  ['has taken too long', () => vi.advanceTimersByTime(3000)],
])('a script that %s lets the next one run', async (_, settle) => {
  vi.useFakeTimers()
  const script = Object.assign(document.createElement('script'), { type: 'text/plain' })
  script.dataset['src'] = '/a.js'
  document.body.append(script)
  const next = vi.fn()
  void unblockScript(script, undefined, {
    missingGrantOf: () => undefined,
    setAddress,
    warn,
  })?.then(next)
  await Promise.resolve()
  expect(next).not.toHaveBeenCalled()
  settle(script)
  await vi.waitFor(() => expect(next).toHaveBeenCalledOnce())
})
