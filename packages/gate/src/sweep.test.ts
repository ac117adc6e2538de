// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { sweepCookies } from './sweep-cookies.ts'

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

afterEach(() => {
  vi.restoreAllMocks()
  sweepCookies(['*'])
  visit(HOME)
})

test('deletes a cookie by its exact name and leaves every other', () => {
  set('_ga', '_gatekeeper', '_gaming', '_g', 'x_ga', '_GA', 'session')
  sweepCookies(['_ga'])
  expect(left()).toEqual(['_GA', '_g', '_gaming', '_gatekeeper', 'session', 'x_ga'])
})

test('a star takes in every name that begins so', () => {
  set('_ga_', '_ga_ABC', '_ga_DEF', '_ga', 'x_ga_ABC', 'session')
  sweepCookies(['_ga_*'])
  expect(left()).toEqual(['_ga', 'session', 'x_ga_ABC'])
})

test('the characters of a regular expression are only characters', () => {
  set('a.b', 'axb', 'id$', '^id', 'n+', 'nn', 'p.1', 'px1', '_pk_id.1.1fff', '_pk_idx')
  sweepCookies(['a.b', 'id$', '^id', 'n+', 'p.*', '_pk_id.*'])
  expect(left()).toEqual(['_pk_idx', 'axb', 'nn', 'px1'])
})

test('a star elsewhere than at the end is only a character', () => {
  set('a*b', 'aXb', '*c', 'Xc')
  sweepCookies(['a*b', '*c'])
  expect(left()).toEqual(['Xc', 'aXb'])
})

test('several patterns are swept at once', () => {
  set('_ga', '_ga_ABC', '_gid', 'session')
  sweepCookies(['_ga', '_ga_ABC', '_gid'])
  expect(left()).toEqual(['session'])
})

test('no pattern deletes nothing', () => {
  set('_ga', 'session')
  sweepCookies([])
  expect(left()).toEqual(['_ga', 'session'])
})

test('deletes what was set on a parent domain or for a part of the site', () => {
  visit('https://www.shop.test/en/cart')
  document.cookie = '_ga=1; domain=.shop.test; path=/'
  document.cookie = '_gid=1; path=/en'
  document.cookie = '_gat=1; domain=www.shop.test; path=/en/cart'
  set('session')
  expect(left()).toHaveLength(4)
  sweepCookies(['_g*'])
  expect(left()).toEqual(['session'])
})

test('a value that looks like a name is none', () => {
  document.cookie = 'note=_ga=1; path=/'
  sweepCookies(['_ga', '_ga*'])
  expect(document.cookie).toContain('note=_ga=1')
})

test('is quiet where the browser refuses cookies', () => {
  const refuse = () => {
    throw new Error('SecurityError')
  }
  vi.spyOn(document, 'cookie', 'get').mockImplementation(refuse)
  vi.spyOn(document, 'cookie', 'set').mockImplementation(refuse)
  expect(() => sweepCookies(['_ga', '_ga_*'])).not.toThrow()
})
