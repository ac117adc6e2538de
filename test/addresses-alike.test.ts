// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { declarationsOf } from '../packages/audit/src/inventory/declarations.ts'
import { createRules } from '../packages/consent/src/gate/rules.ts'
import { urlOf } from '../packages/consent/src/shared/platform.ts'

const PAGE = 'https://www.shop.test:8443/ko/'

const PATTERNS = [
  ...['chat.test', '*.chat.test', 'www.chat.test/a', 'chat.test/a/b', 'chat.test:99', 'google.*'],
  ...['chat.test?id=1', 'chat.test/a?id=1&v=2*', '*?id=1', '*/a?v=2*', '*?q=a%20b', '*?q=a+b'],
  ...[
    '/metrics',
    '/metrics?id=1',
    'https://chat.test/a',
    'http://chat.test',
    '*',
    'chat.test:99999',
  ],
]
const HOSTS = [
  ...['https://chat.test', 'http://www.chat.test:99', 'https://a.chat.test', 'https://CHAT.test.'],
  ...['https://chat.test.evil.test', 'https://google.co.kr', PAGE.slice(0, -4)],
]
const PATHS = [
  ...['/', '/a', '/a/b/c', '/ab', '/metrics/x', '/a?id=1', '/a/b?v=23&id=1', '/?id=2&id=1'],
  ...['/a?q=a%20b', '/a?q=a+b', '/a?q=a b', '/a?%69d=1', '/a?id', '/#?id=1'],
]
const ADDRESSES = [
  ...HOSTS.flatMap(host => PATHS.map(path => host + path)),
  ...['data:text/plain,?id=1', 'javascript:"?id=1"', 'blob:https://chat.test/a?id=1'],
]

/** Returns the pattern that decides about each address: of the gate, and of the audit. */
const judged = (patterns: readonly string[]) => {
  ;(window as unknown as { happyDOM: { setURL(to: string): void } }).happyDOM.setURL(PAGE)
  const rules = createRules(() => ({ status: 'undecided', granted: {}, without: [] }) as never)
  for (const pattern of patterns)
    rules.register({ unblockedBy: { category: pattern }, hosts: [pattern] })
  const services = patterns.map(name => ({ name, addresses: [name], cookies: [], storage: [] }))
  const { serviceAt } = declarationsOf({ services } as never, PAGE)
  return {
    gate: ADDRESSES.map(address => [address, rules.missingGrant(urlOf(address))]),
    audit: ADDRESSES.map(address => [address, serviceAt(address)?.name]),
  }
}

test.each(PATTERNS)('the gate and the audit find the same addresses by %s', pattern => {
  const { gate, audit } = judged([pattern])
  expect(audit).toEqual(gate)
})

test('the gate and the audit choose the same pattern of several', () => {
  const { gate, audit } = judged(PATTERNS)
  expect(audit).toEqual(gate)
  expect(new Set(gate.map(([, found]) => found)).size).toBeGreaterThan(PATTERNS.length / 2)
})
