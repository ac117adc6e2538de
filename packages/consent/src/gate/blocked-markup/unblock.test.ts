// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../../test/support/open-store.ts'
import { warn } from '../../options/warn.ts'
import { blockElement } from '../interceptors/block-element.ts'
import { setAddress } from '../set-address.ts'
import { createUnblocking } from './unblock.ts'

const create = (type: string) => {
  const unblock = createUnblocking({
    consent: openStore({ support: {} }),
    missingGrantOf: () => 'support',
    types: new Set(['module', type, 'text/javascript']),
    started: () => undefined,
    setAddress,
    warn,
  })
  return (script: Element) => unblock([script])
}

const DELAYED = 'text/rocketlazyloadscript'

test.each([
  ['rocketlazyloadscript', '', 1],
  [DELAYED, '', 1],
  ['litespeed/javascript', '', 1],
  ['text/javascript', '', 0],
  ['', '', 0],
  // A script whose type was `text/plain` before is blocked markup that the site has written.
  [DELAYED, 'text/plain', 0],
])(
  'on a page with a script of type "%s" a blocked script, of type "%s" before, dispatches load this often: %i',
  (type, before, times) => {
    const script = Object.assign(document.createElement('script'), { type: before })
    const loads = vi.fn()
    script.addEventListener('load', loads)
    script.dataset['consent'] = 'support'
    blockElement(script, 'src', 'https://chat.example/widget.js', 'support', true)
    document.body.append(script)
    const unblock = create(type)
    for (const look of [unblock, unblock, create(type)]) look(script)
    expect(loads).toHaveBeenCalledTimes(times)
    expect(script.type).toBe('text/plain')
  },
)
