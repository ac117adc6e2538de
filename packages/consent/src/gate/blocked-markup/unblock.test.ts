// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { createStore, memoryStorage } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { blockIntercepted } from '../interceptors/block-element.ts'
import { setAddress } from '../set-address.ts'
import { createUnblocking } from './unblock.ts'

answerScripts()

const ADDRESS = 'https://chat.example/widget.js'

/**
 * Creates a blocked script, and counts its `load` events.
 *
 * @param type The type before an interceptor blocks the script: `text/plain` for blocked markup.
 */
const blockedScript = (type = '') => {
  const script = document.createElement('script')
  const events: Event[] = []
  script.addEventListener('load', event => events.push(event))
  if (type) script.type = type
  script.dataset['consent'] = 'support'
  script.setAttribute('src', ADDRESS)
  blockIntercepted(script, 'src', ADDRESS, 'support')
  document.body.append(script)
  return { script, loads: () => events.length }
}

/**
 * Creates the unblocking of a consent that grants nothing, on a page whose HTML had a script of the
 * given type. Returns a function that looks at one script.
 */
const create = (type = 'text/rocketlazyloadscript') => {
  const unblock = createUnblocking({
    consent: createStore(
      { policy: { version: '1' }, categories: { support: {} } },
      { storage: memoryStorage(), signals: { gpc: false } },
    ),
    missingFor: () => 'support',
    types: new Set(['module', type, 'text/javascript']),
    started: () => undefined,
    setAddress,
    warn,
  })
  return (script: Element) => unblock([script])
}

test.each([
  ['rocketlazyloadscript', 1],
  ['text/rocketlazyloadscript', 1],
  ['litespeed/javascript', 1],
  ['text/javascript', 0],
  ['', 0],
])(
  'on a page with a script of type "%s" a blocked script dispatches load this often: %i',
  (type, times) => {
    const unblock = create(type)
    const { script, loads } = blockedScript()
    for (const look of [unblock, unblock, create(type)]) look(script)
    expect(loads()).toBe(times)
    expect(script.type).toBe('text/plain')
  },
)

test('a script that the site wrote as blocked markup dispatches no load while it is blocked', () => {
  const { script, loads } = blockedScript('text/plain')
  create()(script)
  expect(loads()).toBe(0)
})
