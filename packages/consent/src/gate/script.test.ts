// @vitest-environment happy-dom

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../test/support/answer-scripts.ts'
import {
  type Attachable,
  type ConsentOptions,
  createConsent,
  memoryStorage,
} from '../core/index.ts'
import { type ScriptOptions, script } from './script.ts'

const SRC = 'https://chat.test/widget.js?v=2'

answerScripts()

afterEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
})

const create = (
  service: Attachable,
  options: Partial<ConsentOptions<'support'>> = {
    categories: { support: { services: [service] } },
  },
) => {
  const consent = createConsent<'support'>(
    { policy: { version: '1' }, categories: { support: { services: [service] } }, ...options },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

const chat = (changes: Partial<ScriptOptions> = {}) => script({ src: SRC, ...changes })

const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')]

test('a script is loaded at the grant and not before', () => {
  const consent = create(chat())
  expect(scripts()).toEqual([])
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]).toMatchObject({ src: SRC, async: true, parentNode: document.head })
  expect(scripts()[0]?.type).toBe('')
})

test('a script is loaded once per page, for any number of grants', () => {
  const consent = create(chat())
  consent.acceptAll()
  consent.rejectAll()
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
})

test('stop of the options is called at each withdrawal', () => {
  const stop = vi.fn()
  const consent = create(chat({ stop }))
  consent.rejectAll()
  expect(stop).not.toHaveBeenCalled()
  consent.acceptAll()
  consent.rejectAll()
  expect(stop).toHaveBeenCalledOnce()
})

test('a script has the nonce of the options', () => {
  const service = chat()
  create(service, { nonce: 'r4nd0m' }).acceptAll()
  expect(scripts()[0]?.nonce).toBe('r4nd0m')
})

test('requests to the host of a script are blocked while it is denied', () => {
  const original = vi.fn(() => Promise.resolve(new Response()))
  vi.stubGlobal('fetch', original)
  const consent = create(chat())
  void fetch('https://chat.test/messages')
  expect(original).not.toHaveBeenCalled()
  void fetch('/own')
  consent.acceptAll()
  void fetch('https://chat.test/messages')
  expect(original.mock.calls).toEqual([['/own'], ['https://chat.test/messages']])
})

test.each([
  [SRC, 'chat.test'],
  ['https://chat.test:8443/widget.js', 'chat.test:8443'],
  ['https://chat.test', 'chat.test'],
  ['https://chat.test#top', 'chat.test'],
  ['/scripts/chat.js?v=2', '/scripts/chat.js'],
  ['http://localhost:8080/chat.js', 'localhost:8080'],
])('for the address %s name and match default to %s', (src, host) => {
  expect(script({ src })).toMatchObject({ name: host, match: [host], cookies: [] })
})

test('options override the default name and match, and add others', () => {
  const own = { name: 'Chat', match: ['*.chat.test'], cookies: ['chat_*'], storage: ['chat'] }
  expect(chat(own)).toMatchObject(own)
})

test('a service outside the categories runs under the category of its options', () => {
  const consent = create({ attach: () => () => {} }, { services: [chat({ category: 'support' })] })
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
})

test.each([
  'http://chat.test/widget.js',
  '//chat.test/widget.js',
  'widget.js',
  'javascript:alert()',
  'data:text/javascript,alert()',
  'https://',
  'https://chat.test/a b.js',
  '',
])('rejects the unsafe address %j [51]', src => {
  expect(() => script({ src })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'src', value: src }),
  )
})
