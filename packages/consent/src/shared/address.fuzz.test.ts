// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FUZZ, mutated, oddText } from '../../../../test/support/fuzz.ts'
import { addressMatcher, cookieMatcher, splitAddress } from './patterns.ts'
import { urlOf } from './platform.ts'

const scheme = fc.constantFrom(
  ...['https://', 'http://', '//', 'wss://', 'javascript:', 'data:', '', '\\\\'],
)
const host = fc.constantFrom(
  ...['www.google-analytics.com', 'google-analytics.com.evil.example', 'evil.example'],
  ...['GOOGLE-ANALYTICS.com', 'www.google-analytics.com.', 'www.google-analytics.com:8443'],
  ...['user:www.google-analytics.com@evil.example', '[::1]', '127.1'],
)
const rest = fc.oneof(
  oddText,
  fc.constantFrom('/g/collect?tid=G-1', '/g/collect?tid=G-2&tid=G-1', '?u=google-analytics.com'),
)
const address = fc.tuple(scheme, host, rest).map(parts => parts.join(''))

test('any address matches a pattern only by its host, path and parameters', () => {
  const byHost = addressMatcher(urlOf)('*.google-analytics.com')
  const byParameter = addressMatcher(urlOf)('*.google-analytics.com/g?tid=G-1')
  const byAnyHost = addressMatcher(urlOf)('*?tid=G-1')
  fc.assert(
    fc.property(fc.oneof(address, mutated(address), oddText), text => {
      const url = urlOf(text)
      const parts = splitAddress(url)
      const isThere = /^(.*\.)?google-analytics\.com\.?$/.test(url.hostname)
      expect(byHost(parts) > 0).toBe(isThere)
      const hasParameter = /[?&]tid=G-1(&|$)/.test(url.search)
      const isMeant = /^\/g(\/|$)/.test(url.pathname) && hasParameter
      expect(byParameter(parts) > 0).toBe(isThere && isMeant)
      expect(byAnyHost(parts) > 0).toBe(url.host !== '' && hasParameter)
    }),
    FUZZ,
  )
})

test('any cookie matches a pattern only by its exact name or a declared prefix [54]', () => {
  const regular = fc.constantFrom('a.c', '.*', '[a-z]+', '(', '\\d', '^_ga$', '_ga', '_ga_')
  const name = fc.oneof(oddText, regular, mutated(regular))
  fc.assert(
    fc.property(name, name, fc.boolean(), (declared, found, isBeginning) => {
      fc.pre(!declared.endsWith('*'))
      const rank = cookieMatcher(isBeginning ? `${declared}*` : declared)(found)
      const isMeant = isBeginning
        ? found.slice(0, declared.length) === declared || found === `${declared}*`
        : found === declared
      expect(rank > 0).toBe(isMeant)
    }),
    FUZZ,
  )
})
