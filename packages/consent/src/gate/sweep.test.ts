// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { createRules, type Rule } from './rules.ts'
import { sweep } from './sweep.ts'

const HOME = location.href

const visit = (address: string): void => {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(address: string): void } }
  happyDOM.setURL(address)
}

/** Sets cookies for the path `/`, as the page would. */
const set = (...names: string[]): void => {
  for (const name of names) document.cookie = `${name}=1; path=/`
}

/** Returns the cookies that have a value, since happy-dom keeps a deleted cookie for a moment. */
const left = (): readonly string[] =>
  document.cookie
    .split('; ')
    .filter(pair => pair.endsWith('=1'))
    .map(pair => pair.slice(0, -2))
    .sort()

/** Creates a registry with no grant. */
const rulesOf = (rule: Omit<Rule, 'unblockedBy'>) => {
  const rules = createRules(() => ({ granted: {}, without: [] }) as never)
  rules.register({ unblockedBy: { category: 'analytics' }, ...rule })
  return rules
}

const google = () => rulesOf({ cookies: ['_g*'], storage: ['_g*'] })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  sweep(rulesOf({ cookies: ['*'] }))
  localStorage.clear()
  visit(HOME)
})

test('deletes cookies and keys of localStorage of blocked services by their whole names, and no other [54]', () => {
  set('_ga', '_ga_ABC', '_gid', 'session', 'x_ga')
  document.cookie = 'note=_ga=1; path=/'
  for (const key of ['_gcl_ls', 'cart', '_gx']) localStorage.setItem(key, '1')
  sweep(google())
  expect(left()).toEqual(['note=_ga', 'session', 'x_ga'])
  expect(Object.keys(localStorage)).toEqual(['cart'])
})

test('deletes cookies of a parent domain and of a path', () => {
  visit('https://www.shop.test/en/cart')
  document.cookie = '_ga=1; domain=.shop.test; path=/'
  document.cookie = '_gid=1; path=/en'
  document.cookie = '_gat=1; domain=www.shop.test; path=/en/cart'
  set('session')
  expect(left()).toHaveLength(4)
  sweep(google())
  expect(left()).toEqual(['session'])
})

test('reads document.cookie once for any number of cookies', () => {
  set('_ga', '_gid', '_gat', '_ga_ABC')
  const read = vi
    .spyOn(Document.prototype, 'cookie', 'get')
    .mockReturnValue('_ga=1; _gid=1; _gat=1')
  sweep(google())
  expect(read).toHaveBeenCalledOnce()
})

/** Adds databases, which happy-dom lacks. Those in `open` block their deletion. */
const databases = (open: readonly string[] = []) => {
  const left = new Set(['firebase-heartbeat-database', 'shop', 'chat', 'chat_2'])
  const deleteDatabase = vi.fn((name: string) => {
    // A deletion that an open database blocks dispatches an event and waits.
    if (!open.includes(name)) left.delete(name)
    return new EventTarget()
  })
  vi.stubGlobal('indexedDB', { deleteDatabase })
  return { left, deleteDatabase }
}

test('deletes the databases of blocked services, and no other', () => {
  const { left, deleteDatabase } = databases()
  sweep(rulesOf({ databases: ['firebase-heartbeat-database', 'chat'] }))
  expect([...left]).toEqual(['shop', 'chat_2'])
  expect(deleteDatabase.mock.calls).toEqual([['firebase-heartbeat-database'], ['chat']])
})

test('does not wait for a database that the page has open, and deletes it at the next sweep', () => {
  const open = ['chat']
  const { left } = databases(open)
  const later = vi.spyOn(globalThis, 'setTimeout')
  set('_ga')
  const rules = rulesOf({ cookies: ['_ga'], databases: ['chat', 'shop'] })
  expect(sweep(rules)).toBeUndefined()
  expect([left.has('chat'), left.has('shop')]).toEqual([true, false])
  expect(document.cookie).not.toContain('_ga=1')
  expect(later).not.toHaveBeenCalled()
  open.pop()
  sweep(rules)
  expect(left.has('chat')).toBe(false)
})

test('opens no database, and does not use indexedDB when no service declares a database', () => {
  const indexedDB = vi.fn()
  vi.stubGlobal('indexedDB', new Proxy({}, { get: indexedDB }))
  sweep(google())
  expect(indexedDB).not.toHaveBeenCalled()
})

const refuse = () => {
  throw new Error('SecurityError')
}

test('never throws when the browser refuses localStorage, and deletes cookies and databases', () => {
  const { left } = databases()
  const storage = vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse)
  set('_ga')
  expect(() => sweep(rulesOf({ cookies: ['_ga'], databases: ['chat'] }))).not.toThrow()
  expect(document.cookie).not.toContain('_ga=1')
  expect(left.has('chat')).toBe(false)
  storage.mockRestore()
})

test('never throws when the browser refuses databases', () => {
  vi.stubGlobal('indexedDB', { deleteDatabase: refuse })
  expect(() => sweep(rulesOf({ databases: ['chat'] }))).not.toThrow()
})

test('never throws when the browser refuses cookies, and deletes stored data', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(refuse)
  vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(refuse)
  localStorage.setItem('_gcl_ls', '1')
  expect(() => sweep(google())).not.toThrow()
  expect(Object.keys(localStorage)).toEqual([])
})
