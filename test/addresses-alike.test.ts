// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { declarationsOf } from '../packages/audit/src/inventory/declarations.ts'
import { createRules } from '../packages/consent/src/gate/rules.ts'
import { urlOf } from '../packages/consent/src/shared/platform.ts'

const PAGE = 'https://www.shop.test:8443/ko/'

const PATTERNS = [
  ...['*', 'chat.test', '*.chat.test', 'www.chat.test/a', 'chat.test/a/b', 'chat.test:99'],
  ...['chat.test?id=1', 'chat.test/a?id=1&v=2*', '*?id=1', '*/a?v=2*', '*?q=a+b', 'google.*'],
  ...['/metrics', '/metrics?id=1', 'https://chat.test/a', 'http://chat.test'],
]
const HOSTS = [
  'https://chat.test',
  'http://www.chat.test:99',
  'https://CHAT.test.',
  'https://a.test',
]
const PATHS = ['/', '/a', '/a/b/c', '/metrics/x', '/metrics?id=1', '/a/b?v=23&id=1', '/a?q=a%20b']
const ADDRESSES = [...HOSTS, 'https://google.co.kr', PAGE.slice(0, -4)].flatMap(host =>
  PATHS.map(path => host + path),
)

// Both match by `addressMatcher`; each ranks the patterns itself.
test('the gate and the audit choose the same pattern of several', () => {
  ;(window as unknown as { happyDOM: { setURL(to: string): void } }).happyDOM.setURL(PAGE)
  const rules = createRules(() => ({ status: 'undecided', granted: {}, without: [] }) as never)
  for (const pattern of PATTERNS)
    rules.register({ unblockedBy: { category: pattern }, hosts: [pattern] })
  const services = PATTERNS.map(name => ({ name, addresses: [name], cookies: [], storage: [] }))
  const { serviceAt } = declarationsOf({ services } as never, PAGE)
  const gate = ADDRESSES.map(address => [address, rules.missingGrant(urlOf(address))])
  expect(ADDRESSES.map(address => [address, serviceAt(address)?.name])).toEqual(gate)
  expect(new Set(gate.map(([, found]) => found)).size).toBeGreaterThan(PATTERNS.length / 2)
})
