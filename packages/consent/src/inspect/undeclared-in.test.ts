import { expect, test } from 'vitest'
import type { LedgerEntry } from './open-ledger.ts'
import { undeclaredIn } from './undeclared-in.ts'

const SDK = 'https://files.test/consent/0.1.0/'

const through = (what: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ at: 0, kind: 'address', what, ...more },
})
const storedBy = (script: string, what: string, kind: 'cookie' | 'storage' = 'cookie') =>
  through(what, { kind, stack: `    at set (${SDK}consent.js:1:1)\n    at a (${script}:1:2)` })

const found = (...entries: readonly LedgerEntry[]) =>
  undeclaredIn(entries, 'www.shop.co.kr', SDK, what => what === 'own' || what.startsWith(SDK)).map(
    ({ domain, hosts, cookies, keys }) => [domain, [...hosts], [...cookies], [...keys]],
  )

test('lists hosts of other sites by domain, and no address of the site, of the SDK, or without a host', () => {
  const addresses = [
    ...['https://cdn.chat.co.kr/a.js', 'wss://chat.co.kr:8443', 'https://cdn.chat.co.kr/b.js'],
    ...['https://t.co/a', 'https://www.example.com/', 'http://127.0.0.1:3000/a'],
    ...['https://shop.co.kr/', 'https://img.shop.co.kr/a.png', `${SDK}ui.en.js`],
    ...['data:', 'blob:', 'chrome-extension://abcd/a.js', 'https://[::1]/a'],
  ]
  expect(found(...addresses.map(one => through(one)))).toEqual([
    ['chat.co.kr', ['cdn.chat.co.kr', 'chat.co.kr'], [], []],
    ['t.co', ['t.co'], [], []],
    ['example.com', ['www.example.com'], [], []],
    ['127.0.0.1', ['127.0.0.1'], [], []],
  ])
})

test('lists nothing that a rule has decided, and no warning', () => {
  const chat = 'https://chat.test/a'
  expect(
    found(
      through(chat, { rule: 'chat.test' }),
      through(chat, { rule: 'chat.test', blockedBy: 'support' }),
      through('texts', { kind: 'warning' }),
    ),
  ).toEqual([])
})

test('lists cookies and keys with the domain of the script that wrote each, else as of the site', () => {
  expect(
    found(
      storedBy('https://cdn.chat.test/a.js', '_chat'),
      storedBy('https://cdn.chat.test/a.js', '_chat.key', 'storage'),
      storedBy('https://www.shop.co.kr/app.js', 'cart'),
      through('lang', { kind: 'cookie' }),
      ...['own', '*', ''].map(name => storedBy('https://cdn.chat.test/a.js', name)),
    ),
  ).toEqual([
    ['chat.test', [], ['_chat'], ['_chat.key']],
    ['', [], ['cart', 'lang'], []],
  ])
})
