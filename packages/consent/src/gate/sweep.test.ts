// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { sweepCookies, sweepStorage } from './sweep.ts'

const HOME = location.href

const visit = (address: string): void => {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(address: string): void } }
  happyDOM.setURL(address)
}

/** Sets cookies as the page would, for the whole site. */
const set = (...names: string[]): void => {
  for (const name of names) document.cookie = `${name}=1; path=/`
}

/** What is left. The value is asked for, since happy-dom keeps an emptied cookie for a moment. */
const left = (): readonly string[] =>
  document.cookie
    .split('; ')
    .filter(pair => pair.endsWith('=1'))
    .map(pair => pair.slice(0, -2))
    .sort()

const isGoogle = (name: string): boolean => name.startsWith('_g')

afterEach(() => {
  vi.restoreAllMocks()
  sweepCookies(() => true)
  localStorage.clear()
  visit(HOME)
})

test('deletes the cookies that are refused and leaves every other [54]', () => {
  set('_ga', '_gid', 'session', 'x_ga')
  sweepCookies(isGoogle)
  expect(left()).toEqual(['session', 'x_ga'])
})

test('asks for each cookie by its whole name [54]', () => {
  set('_ga_ABC', 'a b', 'session')
  const isRefused = vi.fn(() => false)
  sweepCookies(isRefused)
  expect(isRefused.mock.calls.flat().sort()).toEqual(['_ga_ABC', 'a b', 'session'])
})

test('deletes what was set on a parent domain or for a part of the site', () => {
  visit('https://www.shop.test/en/cart')
  document.cookie = '_ga=1; domain=.shop.test; path=/'
  document.cookie = '_gid=1; path=/en'
  document.cookie = '_gat=1; domain=www.shop.test; path=/en/cart'
  set('session')
  expect(left()).toHaveLength(4)
  sweepCookies(isGoogle)
  expect(left()).toEqual(['session'])
})

test('a value that looks like a name is none', () => {
  document.cookie = 'note=_ga=1; path=/'
  sweepCookies(isGoogle)
  expect(document.cookie).toContain('note=_ga=1')
})

test('deletes what is stored under a refused name, and no other', () => {
  localStorage.setItem('_gcl_ls', '1')
  localStorage.setItem('cart', '2')
  localStorage.setItem('_gx', '3')
  sweepStorage(isGoogle)
  expect(Object.keys(localStorage)).toEqual(['cart'])
})

test('is quiet where the browser refuses cookies', () => {
  const refuse = () => {
    throw new Error('SecurityError')
  }
  vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(refuse)
  vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(refuse)
  expect(() => sweepCookies(() => true)).not.toThrow()
})

test('is quiet where the browser refuses storage', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
  expect(() => sweepStorage(() => true)).not.toThrow()
})
