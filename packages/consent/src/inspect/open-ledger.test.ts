// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { openStore } from '../../../../test/support/open-store.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import type { Noted } from '../gate/ledger.ts'
import { service } from '../gate/service.ts'
import { warn } from '../options/warn.ts'
import { INTERCEPTED } from '../shared/platform.ts'
import { entryOf, type LedgerEntry, openLedger } from './open-ledger.ts'
import { startInspector } from './start-inspector.ts'

const KEY = Symbol.for('@spaceone/consent/ledger')
const page = window as unknown as { [KEY]?: LedgerEntry[] }
const SECRET = 'secret'

afterEach(() => {
  delete page[KEY]
})

test('the ledger has each call of the page since the start of the gate, with the rule, the grant that it waits for and the line of the page, and no value and no query', async () => {
  stubFetch()
  const chat = service({
    ...{ name: 'Chat', recipients: 'not-stated', retention: 'not-stated', start() {}, stop() {} },
    ...{ addresses: ['*.chat.test'], cookies: ['chat_*'], storage: ['chat_*'] },
  })
  const consent = openStore({ support: { services: [chat] } }, { debug: true })
  const call = () => fetch(`https://user@www.chat.test/hit?key=${SECRET}#${SECRET}`)
  await call()
  await vi.waitFor(() => expect(page[KEY]).toBeDefined())
  const ledger = page[KEY] ?? []
  vi.spyOn(console, 'warn').mockReturnValue()
  const what = 'https://www.chat.test/hit'
  const blocked = { kind: 'address', what, by: 'fetch', rule: '*.chat.test', blockedBy: 'support' }
  expect(ledger).toMatchObject([{ ...blocked, at: expect.any(Number) }])
  expect(ledger[0]?.stack?.split('\n')[0]).toContain('open-ledger.test.ts')

  document.cookie = `chat_id=${SECRET}; path=/`
  new Image().setAttribute('src', `https://other.test/a.png?${SECRET}`)
  warn('service-slow', SECRET)
  consent.acceptAll()
  await call()
  document.cookie = `chat_id=${SECRET}; path=/`
  localStorage.setItem('chat_id', SECRET)
  consent.rejectAll()
  expect(ledger.slice(1).map(({ at: _, stack, ...entry }) => entry)).toEqual([
    { kind: 'cookie', what: 'chat_id', by: 'cookie', rule: 'chat_*', blockedBy: 'support' },
    { kind: 'address', what: 'https://other.test/a.png', by: 'setAttribute' },
    { kind: 'warning', what: 'service-slow' },
    { kind: 'address', what, by: 'fetch', rule: '*.chat.test' },
    { kind: 'cookie', what: 'chat_id', by: 'cookie', rule: 'chat_*' },
    { kind: 'storage', what: 'chat_id', by: 'setItem', rule: 'chat_*' },
    { kind: 'cookie', what: 'chat_id', rule: 'chat_*', blockedBy: 'support' },
    { kind: 'storage', what: 'chat_id', rule: 'chat_*', blockedBy: 'support' },
  ])
  expect(JSON.stringify(ledger)).not.toContain(SECRET)
})

const found = (blockedBy?: string): Noted => {
  const [host, parameters] = ['a.test', [SECRET]]
  const value = { protocol: 'https:', whole: host, name: host, path: '/b/', parameters }
  return [0, undefined, 'address', value, undefined, blockedBy]
}

test('the ledger has at most 500 entries, all copies of the SDK share it, and an entry that no call caused is listed once for each outcome', () => {
  const notes = [found(), found()]
  const [ledger] = openLedger(notes)
  expect(ledger).toEqual([{ at: 0, kind: 'address', what: 'https://a.test/b' }])
  notes.push(found('analytics'), found())
  expect(ledger.map(({ blockedBy }) => blockedBy)).toEqual([undefined, 'analytics', undefined])
  const other: Noted[] = []
  expect(openLedger(other)[0]).toBe(ledger)
  for (let at = 0; at < 600; at += 1) other.push([at, undefined, 'warning', `${at}`])
  expect([ledger.length, ledger[0]?.what]).toEqual([500, '100'])
})

test('the first write of each key that no rule names is kept apart from the ledger', () => {
  const write = (at: number): Noted => [at, [new Error('call'), 'setItem'], 'storage', 'theme']
  const [ledger, , keys] = openLedger([[0, undefined, 'storage', 'stored'], write(1), write(2)])
  expect(ledger).toEqual([])
  expect([...keys].map(([name, { at }]) => [name, at])).toEqual([['theme', 1]])
})

const CHROMIUM = `Error
    at HTMLImageElement.<anonymous> (https://a.test/consent.js:1:4)
    at track (https://a.test/app.js?v=${SECRET}:12:5)
    at https://a.test/shop?user=${SECRET}#${SECRET}:3:1`
const FIREFOX = `set@https://a.test/consent.js:1:4
track@https://a.test/app.js?v=${SECRET}:12:5
@https://a.test/shop?user=${SECRET}#${SECRET}:3:1
`

test.each([
  [
    'Chromium',
    CHROMIUM,
    '    at track (https://a.test/app.js:12:5)\n    at https://a.test/shop:3:1',
  ],
  ['Firefox', FIREFOX, 'track@https://a.test/app.js:12:5\n@https://a.test/shop:3:1\n'],
])('a stack of %s begins with the line of the page, and has no query', (_, stack, expected) => {
  const error = Object.assign(new Error('call'), { stack })
  expect(entryOf([1, [error, 'src'], 'cookie', 'a']).stack).toBe(expected)
  expect(entryOf([1, undefined, 'cookie', 'a'])).toEqual({ at: 1, kind: 'cookie', what: 'a' })
})

test('the inspector is shown on a page with an element named createElement', () => {
  vi.stubGlobal(INTERCEPTED as never, true)
  vi.spyOn(document, 'createElement').mockImplementation(broken)
  startInspector(openStore({ support: {} }), [])
  const { shadowRoot } = document.querySelector('spaceone-consent-inspector') ?? {}
  expect(shadowRoot?.querySelector('button')?.textContent).toMatch(/^Consent inspector/)
})
