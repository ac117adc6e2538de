import { expect, test } from 'vitest'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

test('names the host and every parent domain', () => {
  expect(cookieDomains('www.shop.co.kr')).toEqual(['www.shop.co.kr', 'shop.co.kr', 'co.kr'])
})

test.each(['localhost', '[::1]'])('knows that %s has no parent domain', host => {
  expect(cookieDomains(host)).toEqual([])
})

test('names every path that a cookie of the page may have, with and without its slash', () => {
  expect(new Set(cookiePaths('/en/docs'))).toEqual(
    new Set(['/', '/en', '/en/', '/en/docs', '/en/docs/']),
  )
  expect(cookiePaths('/')).toContain('/')
})
