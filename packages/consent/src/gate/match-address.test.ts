// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { addressMatcher, takeApart } from './match-address.ts'

const HOME = location.href

/** Says how closely an address, as a page would write it, fits a pattern. */
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
  // The two spellings are one: both serve the same.
  'https://www.chat.example.test/',
])('a host name takes in everything on that host: %s', address => {
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
])('a host name takes in no other host: %s', address => {
  expect(matches('chat.example.test', address)).toBe(false)
})

test.each([
  'https://google-analytics.com/g/collect',
  'https://www.google-analytics.com/g/collect',
  'https://region1.eu.google-analytics.com/g/collect',
  'https://WWW.GOOGLE-ANALYTICS.COM./g/collect',
])('a star takes in the host and its sub-domains: %s', address => {
  expect(matches('*.google-analytics.com', address)).toBe(true)
})

test.each([
  'https://google-analytics.com.evil.test/',
  'https://evil.test/?u=google-analytics.com',
  'https://evil.test/www.google-analytics.com',
  'https://xgoogle-analytics.com/',
  'https://google-analytics.co/',
  'https://www-google-analytics.com/',
])('a star takes in no name that only looks alike: %s', address => {
  expect(matches('*.google-analytics.com', address)).toBe(false)
})

test.each([
  'https://www.example.test/google',
  'https://www.example.test/google/',
  'https://www.example.test/google/a/b?c',
  'https://www.example.test/google?id=1',
  'https://www.example.test/x/../google/a',
])('a path takes in itself and what lies below: %s', address => {
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

test('a path of several segments needs all of them', () => {
  expect(matches('*.example.test/a/b', 'https://www.example.test/a/b/c')).toBe(true)
  expect(matches('*.example.test/a/b', 'https://www.example.test/a/bc')).toBe(false)
  expect(matches('*.example.test/a/b', 'https://www.example.test/a')).toBe(false)
})

test('a pattern that begins with a slash is a path of the host of the page', () => {
  visit('https://www.shop.test:8443/checkout')
  expect(matches('/metrics', '/metrics/g/collect')).toBe(true)
  expect(matches('/metrics', 'https://www.shop.test:8443/metrics')).toBe(true)
  expect(matches('/metrics', '/metricsx')).toBe(false)
  expect(matches('/metrics', '/checkout/metrics')).toBe(false)
})

test('an address without a port is that of the usual port alone', () => {
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
])('a pattern that begins with a slash is nobody else’s path: %s', address => {
  visit('https://www.shop.test:8443/checkout')
  expect(matches('/metrics', address)).toBe(false)
})

test('the characters of a pattern are only characters', () => {
  expect(matches('chat.example.test', 'https://chatxexample.test/')).toBe(false)
  expect(matches('www.example.test/a.c', 'https://www.example.test/abc')).toBe(false)
  expect(matches('www.example.test/(a+)', 'https://www.example.test/(a+)/b')).toBe(true)
})

test('a whole address takes in what lies below it, with its port and its sub-path', () => {
  expect(matches('https://shop.test:8443/g', 'https://shop.test:8443/g/collect?v=2')).toBe(true)
  expect(matches('https://shop.test:8443/g', 'https://shop.test/g/collect')).toBe(false)
  expect(matches('https://shop.test:8443/g', 'https://www.shop.test:8443/g')).toBe(false)
  expect(matches('https://shop.test/g/', 'https://shop.test/g')).toBe(true)
})

test('a host with a port is that port alone', () => {
  expect(matches('shop.test:8443', 'https://shop.test:8443/')).toBe(true)
  expect(matches('shop.test:8443', 'https://shop.test/')).toBe(false)
})

test.each([
  'https://www.google.com/ads/ga-audiences',
  'https://www.google.de/ads/ga-audiences',
  'https://www.google.co.kr/ads/ga-audiences',
  'https://www.google.com.br/ads',
])('a star for the ending takes in each country: %s', address => {
  expect(matches('www.google.*/ads', address)).toBe(true)
})

test.each([
  'https://www.google.com/maps',
  'https://www.google.com.evil.test/ads',
  'https://www.google.evil.test/ads',
  'https://www.google.co.evil/ads',
  'https://adservice.google.com/ads',
  'https://www.google/ads',
])('a star for the ending takes in no other site and no other path: %s', address => {
  expect(matches('www.google.*/ads', address)).toBe(false)
})

test('a parameter is compared by its name and its whole value, wherever it stands', () => {
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
])('%s says less of an address than %s', (less, more) => {
  const address = 'https://www.google.com/g/collect?v=2&tid=G-1'
  expect(rank(less, address)).toBeGreaterThan(0)
  expect(rank(more, address)).toBeGreaterThan(rank(less, address))
})

test('how closely an address fits depends on what the pattern says, not on how it is written', () => {
  const address = 'https://shop.test/g/collect'
  expect(rank('shop.test/g/', address)).toBe(rank('shop.test/g', address))
  expect(rank('https://shop.test/g', address)).toBe(rank('shop.test/g', address))
})

test.each(['http://[', 'a b', 'chat.test:99999', 'chat.test\nx'])(
  'refuses %j, which is no address',
  pattern => {
    expect(() => addressMatcher(pattern)).toThrow(TypeError)
  },
)

test.each(['www.example.test/tag', 'example.test/tag'])(
  'a host is known with and without www, however the pattern spells it: %s',
  pattern => {
    expect(matches(pattern, 'https://example.test/tag/js?id=1')).toBe(true)
    expect(matches(pattern, 'https://www.example.test/tag/js?id=1')).toBe(true)
    expect(matches(pattern, 'https://www.example.test.evil.test/tag')).toBe(false)
    expect(matches(pattern, 'https://wwwexample.test/tag')).toBe(false)
  },
)
