// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { cookies, setCookies } from '../../../../test/support/page-cookies.ts'
import { documentPrototype } from '../shared/platform.ts'
import { createRules, type Rule } from './rules.ts'
import { sweep } from './sweep.ts'

const rulesOf = (rule: Omit<Rule, 'unblockedBy'>) => {
  const rules = createRules(() => ({ granted: {}, without: [] }) as never)
  rules.register({ unblockedBy: { category: 'analytics' }, ...rule })
  return rules
}

test('deletes cookies and keys of both storages of blocked services by their whole names, and no other, and uses no database [54]', () => {
  const indexedDB = vi.fn()
  vi.stubGlobal('indexedDB', new Proxy({}, { get: indexedDB }))
  // Adobe escapes the `@` in the name of its cookie.
  setCookies('_ga', '_ga_ABC', '_gid', '_g%40AdobeOrg', '_g%', 'session', 'x_ga')
  document.cookie = 'note=_ga=1; path=/'
  for (const storage of [localStorage, sessionStorage])
    for (const key of ['_gcl_ls', 'cart', '_gx']) storage.setItem(key, '1')
  const read = vi.spyOn(documentPrototype(), 'cookie', 'get')
  // With the script tag, which declares no database, `staleDatabases` is missing.
  const { staleDatabases: _, ...rules } = rulesOf({ cookies: ['_g*'], storage: ['_g*'] })
  sweep(rules)
  // The sweep reads the cookies once, however many there are.
  expect(read).toHaveBeenCalledTimes(1)
  expect(cookies()).toEqual(['_g%', 'note=_ga', 'session', 'x_ga'])
  for (const storage of [localStorage, sessionStorage])
    expect(Object.keys(storage)).toEqual(['cart'])
  expect(indexedDB).not.toHaveBeenCalled()
})

test('deletes the databases of blocked services, and no other, and does not wait for one that the page has open', () => {
  const open = ['chat']
  const left = new Set(['firebase-heartbeat-database', 'shop', 'chat', 'chat_2'])
  vi.stubGlobal('indexedDB', {
    deleteDatabase(name: string) {
      // If the page has the database open, the browser dispatches an event, and deletes later.
      if (!open.includes(name)) left.delete(name)
      return new EventTarget()
    },
  })
  const later = vi.spyOn(globalThis, 'setTimeout')
  const rules = rulesOf({ databases: ['chat', 'firebase-heartbeat-database'] })
  expect(sweep(rules)).toBeUndefined()
  expect([...left]).toEqual(['shop', 'chat', 'chat_2'])
  expect(later).not.toHaveBeenCalled()
  open.pop()
  sweep(rules)
  expect([...left]).toEqual(['shop', 'chat_2'])
})

test.each<[string, () => unknown]>([
  ['databases', () => vi.stubGlobal('indexedDB', { deleteDatabase: broken })],
  ...(['localStorage', 'sessionStorage'] as const).map((kind): [string, () => unknown] => [
    kind,
    () => vi.spyOn(window, kind, 'get').mockImplementation(broken),
  ]),
  [
    'cookies',
    () => {
      const refusal = { configurable: true, get: broken, set: broken }
      Object.defineProperty(documentPrototype(), 'cookie', refusal)
    },
  ],
])('never throws when the browser refuses %s, and deletes the rest', (refused, refuses) => {
  const deleteDatabase = vi.fn()
  vi.stubGlobal('indexedDB', { deleteDatabase })
  setCookies('_ga')
  for (const storage of [localStorage, sessionStorage]) storage.setItem('_gcl_ls', '1')
  refuses()
  sweep(rulesOf({ cookies: ['_g*'], storage: ['_g*'], databases: ['chat'] }))
  vi.restoreAllMocks()
  Reflect.deleteProperty(documentPrototype(), 'cookie')
  const databases = deleteDatabase.mock.calls.length ? 0 : 1
  const left = {
    cookies: cookies().length,
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    databases,
  }
  expect(left).toEqual({
    ...{ cookies: 0, localStorage: 0, sessionStorage: 0, databases: 0 },
    [refused]: 1,
  })
})
