// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { addressMatcher, takeApart } from './match-address.ts'

const HOME = location.href

/** Returns the rank of the match of an address and a pattern. */
const rank = (pattern: string, address: string): number =>
  addressMatcher(pattern)(takeApart(new URL(address, location.href)))

const matches = (pattern: string, address: string): boolean => rank(pattern, address) > 0

const visit = (address: string): void => {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(address: string): void } }
  happyDOM.setURL(address)
}

afterEach(() => visit(HOME))

test.each([
  'https://chat.example.test',
  'https://chat.example.test/',
  'http://chat.example.test/any/path?x=1#y',
  'wss://chat.example.test/socket',
  'https://chat.example.test:8443/',
  'https://CHAT.Example.TEST/',
  'https://chat.example.test./',
  '//chat.example.test/widget.js',
  // Hosts with and without `www.` are equal.
  'https://www.chat.example.test/',
])('a host name matches every address on the host: %s', address => {
  expect(matches('chat.example.test', address)).toBe(true)
})

test.each([
  'https://api.chat.example.test/',
  'https://www.www.chat.example.test/',
  'https://example.test/',
  'https://chat.example.test.evil.test/',
  'https://xchat.example.test/',
  'https://evil.test/chat.example.test',
  'https://evil.test/?u=chat.example.test',
  'https://evil.test/#chat.example.test',
  'https://chat.example.test@evil.test/',
  '/chat.example.test',
  'data:text/plain,chat.example.test',
])('a host name matches no other host: %s', address => {
  expect(matches('chat.example.test', address)).toBe(false)
})

test.each([
  'https://google-analytics.com/g/collect',
  'https://www.google-analytics.com/g/collect',
  'https://region1.eu.google-analytics.com/g/collect',
  'https://WWW.GOOGLE-ANALYTICS.COM./g/collect',
])('*. matches the host and its sub-domains: %s', address => {
  expect(matches('*.google-analytics.com', address)).toBe(true)
})

test.each([
  'https://google-analytics.com.evil.test/',
  'https://evil.test/?u=google-analytics.com',
  'https://evil.test/www.google-analytics.com',
  'https://xgoogle-analytics.com/',
  'https://google-analytics.co/',
  'https://www-google-analytics.com/',
])('*. matches no similar host name: %s', address => {
  expect(matches('*.google-analytics.com', address)).toBe(false)
})

test.each([
  'https://www.example.test/google',
  'https://www.example.test/google/',
  'https://www.example.test/google/a/b?c',
  'https://www.example.test/google?id=1',
  'https://www.example.test/x/../google/a',
])('a path matches itself and all paths below: %s', address => {
  expect(matches('www.example.test/google', address)).toBe(true)
  expect(matches('www.example.test/google/', address)).toBe(true)
})

test.each([
  'https://www.example.test/',
  'https://www.example.test/googlex',
  'https://www.example.test/googl',
  'https://www.example.test/Google',
  'https://www.example.test/a/google',
  'https://www.example.test/?/google',
  'https://api.example.test/google',
])('a path is compared segment by segment: %s', address => {
  expect(matches('www.example.test/google', address)).toBe(false)
})

test('a path matches only with all of its segments', () => {
  expect(matches('*.example.test/a/b', 'https://www.example.test/a/b/c')).toBe(true)
  expect(matches('*.example.test/a/b', 'https://www.example.test/a/bc')).toBe(false)
  expect(matches('*.example.test/a/b', 'https://www.example.test/a')).toBe(false)
})

test('a pattern that begins with a slash matches a path of the page’s own host', () => {
  visit('https://www.shop.test:8443/checkout')
  expect(matches('/metrics', '/metrics/g/collect')).toBe(true)
  expect(matches('/metrics', 'https://www.shop.test:8443/metrics')).toBe(true)
  expect(matches('/metrics', '/metricsx')).toBe(false)
  expect(matches('/metrics', '/checkout/metrics')).toBe(false)
})

test('a whole URL without a port matches only the default port', () => {
  visit('https://www.shop.test/checkout')
  for (const pattern of ['/metrics', 'https://www.shop.test/metrics']) {
    expect(matches(pattern, '/metrics')).toBe(true)
    expect(matches(pattern, 'https://www.shop.test:443/metrics')).toBe(true)
    expect(matches(pattern, 'https://www.shop.test:9000/metrics')).toBe(false)
  }
})

test.each([
  'https://other.test/metrics',
  'https://shop.test:8443/metrics',
  'https://www.shop.test/metrics',
  'https://www.shop.test:9000/metrics',
])('a pattern that begins with a slash matches no other host: %s', address => {
  visit('https://www.shop.test:8443/checkout')
  expect(matches('/metrics', address)).toBe(false)
})

test('characters of a pattern have no meaning of regular expressions', () => {
  expect(matches('chat.example.test', 'https://chatxexample.test/')).toBe(false)
  expect(matches('www.example.test/a.c', 'https://www.example.test/abc')).toBe(false)
  expect(matches('www.example.test/(a+)', 'https://www.example.test/(a+)/b')).toBe(true)
})

test('a whole URL matches every path below it, on its port only', () => {
  expect(matches('https://shop.test:8443/g', 'https://shop.test:8443/g/collect?v=2')).toBe(true)
  expect(matches('https://shop.test:8443/g', 'https://shop.test/g/collect')).toBe(false)
  expect(matches('https://shop.test:8443/g', 'https://www.shop.test:8443/g')).toBe(false)
  expect(matches('https://shop.test/g/', 'https://shop.test/g')).toBe(true)
})

test('a host with a port matches only that port', () => {
  expect(matches('shop.test:8443', 'https://shop.test:8443/')).toBe(true)
  expect(matches('shop.test:8443', 'https://shop.test/')).toBe(false)
})

test.each([
  'https://www.google.com/ads/ga-audiences',
  'https://www.google.de/ads/ga-audiences',
  'https://www.google.co.kr/ads/ga-audiences',
  'https://www.google.com.br/ads',
])('.* matches the ending of each country: %s', address => {
  expect(matches('www.google.*/ads', address)).toBe(true)
})

test.each([
  'https://www.google.com/maps',
  'https://www.google.com.evil.test/ads',
  'https://www.google.evil.test/ads',
  'https://www.google.co.evil/ads',
  'https://adservice.google.com/ads',
  'https://www.google/ads',
])('.* matches no other site and no other path: %s', address => {
  expect(matches('www.google.*/ads', address)).toBe(false)
})

test('a parameter matches by its name and its whole value, in any position', () => {
  const pattern = 'www.googletagmanager.com?id=G-ABC'
  expect(matches(pattern, 'https://www.googletagmanager.com/gtag/js?id=G-ABC')).toBe(true)
  expect(matches(pattern, 'https://www.googletagmanager.com/gtag/js?l=x&id=G-ABC')).toBe(true)
  expect(matches(pattern, 'https://www.googletagmanager.com/gtag/js?id=G-ABCD')).toBe(false)
  expect(matches(pattern, 'https://www.googletagmanager.com/gtag/js?tid=G-ABC')).toBe(false)
  expect(matches(pattern, 'https://www.googletagmanager.com/gtag/js#id=G-ABC')).toBe(false)
  expect(matches(pattern, 'https://evil.test/?id=G-ABC')).toBe(false)
})

test.each([
  ['*.google.com', 'www.google.com'],
  ['www.google.*', 'www.google.com'],
  ['www.google.com', 'www.google.com/g'],
  ['www.google.com/g', 'www.google.com/g/collect'],
  ['*.google.com/g', '*.google.com/g/collect'],
  ['*.google.com/g/collect', 'www.google.com'],
  ['www.google.com/g/collect', '*.google.com?tid=G-1'],
  ['www.google.com?tid=G-1', 'www.google.com/g?tid=G-1'],
  ['www.google.com?tid=G-1', 'www.google.com?tid=G-1&v=2'],
])('%s is less specific than %s', (less, more) => {
  const address = 'https://www.google.com/g/collect?v=2&tid=G-1'
  expect(rank(less, address)).toBeGreaterThan(0)
  expect(rank(more, address)).toBeGreaterThan(rank(less, address))
})

test('the rank of a match does not depend on the spelling of the pattern', () => {
  const address = 'https://shop.test/g/collect'
  expect(rank('shop.test/g/', address)).toBe(rank('shop.test/g', address))
  expect(rank('https://shop.test/g', address)).toBe(rank('shop.test/g', address))
})

test.each(['http://[', 'a b', 'chat.test:99999', 'chat.test\nx'])(
  'rejects the invalid pattern %j',
  pattern => {
    expect(() => addressMatcher(pattern)).toThrow(TypeError)
  },
)

test.each(['www.example.test/tag', 'example.test/tag'])(
  'a host matches with and without www, for both spellings of the pattern: %s',
  pattern => {
    expect(matches(pattern, 'https://example.test/tag/js?id=1')).toBe(true)
    expect(matches(pattern, 'https://www.example.test/tag/js?id=1')).toBe(true)
    expect(matches(pattern, 'https://www.example.test.evil.test/tag')).toBe(false)
    expect(matches(pattern, 'https://wwwexample.test/tag')).toBe(false)
  },
)
