// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../../test/support/open-store.ts'
import { warn } from '../../options/warn.ts'
import { blockElement } from '../interceptors/block-element.ts'
import { setAddress } from '../set-address.ts'
import { createUnblocking, type Unblocking } from './unblock.ts'

const create = (type: string, changes: Partial<Unblocking> = {}) => {
  const unblock = createUnblocking({
    consent: openStore({ support: {} }),
    missingGrantOf: () => 'support',
    types: new Set(['module', type, 'text/javascript']),
    started: () => undefined,
    setAddress,
    warn,
    ...changes,
  })
  return (...elements: readonly Element[]) => unblock(elements)
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

test.each([
  ['a warning names an unknown category once', ['support']],
  ['no warning names a category if the site has none, of which another warning tells', []],
])('%s', (_, names: readonly string[]) => {
  const warnOf = vi.fn()
  const consent = openStore(Object.fromEntries(names.map(name => [name, {}])))
  // A `<meta>` has a property `content`, as a template has.
  document.head.innerHTML =
    '<meta data-consent="suport" content=""><b data-consent="suport"></b><b data-consent="support"></b>'
  const [meta, ...others] = document.querySelectorAll('[data-consent]')
  create('', { consent, warn: warnOf })(meta as Element, ...others)
  expect(warnOf.mock.calls).toEqual(names.map(() => ['category', 'suport', ['support'], meta]))
})
