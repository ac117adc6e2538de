// @vitest-environment happy-dom

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../test/support/answer-scripts.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { type ConsentOptions, createStore, memoryStorage } from '../core/index.ts'
import { type ScriptOptions, script } from './script.ts'

const SRC = 'https://chat.test/widget.js?v=2'

answerScripts()

afterEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
})

const create = (options: Partial<ConsentOptions<'support'>>) => {
  const consent = createStore<'support'>(
    { policy: { version: '1' }, categories: { support: {} }, ...options },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

const chat = (changes: Partial<ScriptOptions> = {}) => script({ src: SRC, ...changes })

const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')]

test('a script is loaded once per page, at the first grant, with the nonce of the options, and stopped at each withdrawal', () => {
  const stop = vi.fn()
  const support = { services: [chat({ stop })] }
  const consent = create({ categories: { support }, nonce: 'r4nd0m' })
  consent.rejectAll()
  expect(scripts()).toEqual([])
  expect(stop).not.toHaveBeenCalled()
  for (const times of [1, 2]) {
    consent.acceptAll()
    expect(scripts()).toHaveLength(1)
    consent.rejectAll()
    expect(stop).toHaveBeenCalledTimes(times)
  }
  expect(scripts()[0]).toMatchObject({
    src: SRC,
    async: true,
    nonce: 'r4nd0m',
    type: '',
    parentNode: document.head,
  })
})

test('requests to the host of a script are blocked while its category, which its options may name, is denied', () => {
  const { reaches } = stubFetch()
  const consent = create({ services: [chat({ category: 'support' })] })
  expect(reaches('https://chat.test/messages')).toBe(false)
  expect(reaches('/own')).toBe(true)
  consent.acceptAll()
  expect(reaches('https://chat.test/messages')).toBe(true)
  expect(scripts()).toHaveLength(1)
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
