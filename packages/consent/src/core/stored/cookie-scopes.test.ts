import { expect, test } from 'vitest'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

test('returns the host and every parent domain', () => {
  expect(cookieDomains('www.shop.co.kr')).toEqual(['www.shop.co.kr', 'shop.co.kr', 'co.kr'])
})

test.each(['localhost', '[::1]'])('returns no domain for %s', host => {
  expect(cookieDomains(host)).toEqual([])
})

test('returns every path that a cookie of the page may have, with and without the slash at its end', () => {
  expect(new Set(cookiePaths('/en/docs'))).toEqual(
    new Set(['/', '/en', '/en/', '/en/docs', '/en/docs/']),
  )
  expect(cookiePaths('/')).toContain('/')
})
