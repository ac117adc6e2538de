// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { addressMatcher, cookieMatcher, splitAddress } from './patterns.ts'
import { urlOf } from './platform.ts'

const matcher = addressMatcher(urlOf)

const rank = (pattern: string, address: string): number => {
  const url = /^(\w+:|\/)/.test(address) ? address : `https://${address}`
  return matcher(pattern)(splitAddress(new URL(url, location.href)))
}

const visit = (address: string): void =>
  (window as unknown as { happyDOM: { setURL(to: string): void } }).happyDOM.setURL(address)

/** What a pattern means, the pattern, addresses that match, and addresses that do not. */
type Row = readonly [title: string, pattern: string, matching: string, others: string]

/** Addresses that match `www.example.test/google`: paths are compared segment by segment. */
const BELOW = `www.example.test/google www.example.test/google/ www.example.test/google/a/b?c
  www.example.test/google?id=1 www.example.test/x/../google/a`
const BESIDE = `www.example.test/ www.example.test/googlex www.example.test/googl
  www.example.test/Google www.example.test/a/google www.example.test/?/google
  api.example.test/google`

/** Addresses that match `example.test/tag` and `www.example.test/tag`. */
const BOTH = 'example.test/tag/js?id=1 www.example.test/tag/js?id=1'
const NEITHER = 'www.example.test.evil.test/tag wwwexample.test/tag'

const TABLE: readonly Row[] = [
  [
    'a host matches every address on it, with and without www.',
    'chat.example.test',
    `chat.example.test chat.example.test/ http://chat.example.test/any/path?x=1#y
      wss://chat.example.test/socket chat.example.test:8443/ CHAT.Example.TEST/
      chat.example.test./ //chat.example.test/widget.js www.chat.example.test/`,
    `api.chat.example.test/ chat.www.example.test/ www.www.chat.example.test/ example.test/
      chat.example.test.evil.test/ evil.test/?u=chat.example.test /chat.example.test
      https://chat.example.test@evil.test/ data:text/plain,chat.example.test`,
  ],
  ['www. of a pattern does not count', 'www.example.test/tag', BOTH, NEITHER],
  ['www. of a pattern does not count', 'example.test/tag', BOTH, NEITHER],
  [
    '*. matches the host and its sub-domains',
    '*.google-analytics.com',
    `google-analytics.com/g/collect www.google-analytics.com/g/collect
      region1.eu.google-analytics.com/g/collect WWW.GOOGLE-ANALYTICS.COM./g/collect`,
    'google-analytics.com.evil.test/ xgoogle-analytics.com/ google-analytics.co/',
  ],
  [
    '.* matches the ending of each country',
    'www.google.*/ads',
    `www.google.com/ads/ga-audiences www.google.de/ads/ga-audiences
      www.google.co.kr/ads/ga-audiences www.google.com.br/ads`,
    `www.google.com/maps www.google.com.evil.test/ads www.google.evil.test/ads
      www.google.co.evil/ads adservice.google.com/ads search.com/ads www.google/ads`,
  ],
  [
    '*. and .* match the sub-domains in each country',
    '*.google.*',
    'google.de www.google.co.kr mail.google.de a.b.google.com',
    'xgoogle.de google.evil.test mail.google.de.test',
  ],
  ['a path matches itself and all below', 'www.example.test/google', BELOW, BESIDE],
  ['a slash at the end does not count', 'www.example.test/google/', BELOW, BESIDE],
  [
    'a path matches only with all of its segments',
    '*.example.test/a/b',
    'www.example.test/a/b/c',
    'www.example.test/a/bc www.example.test/a',
  ],
  [
    'characters have no meaning of regular expressions',
    'www.example.test/(a+).c',
    'www.example.test/(a+).c/b',
    'www.example.test/aa.c www.example.test/(a+)bc',
  ],
  [
    'a whole URL matches every path below it, on its port only',
    'https://shop.test:8443/g',
    'shop.test:8443/g/collect?v=2',
    'shop.test/g/collect www.shop.test:8443/g',
  ],
  ['a whole URL may end in a slash', 'https://shop.test/g/', 'shop.test/g', 'shop.test/h'],
  ['a host with a port matches only that port', 'a.b:1', 'a.b:1 www.a.b:1', 'a.b a.www.b:1'],
  ['.* matches only the end of a host', 'ads.google.*', 'ads.google.de', 'ads.google.de.test'],
  [
    'a parameter matches by its name and its whole value, in any position',
    'www.googletagmanager.com?id=G-ABC',
    `www.googletagmanager.com/gtag/js?id=G-ABC www.googletagmanager.com/gtag/js?l=x&id=G-ABC`,
    `www.googletagmanager.com/gtag/js?id=G-ABCD www.googletagmanager.com/gtag/js?tid=G-ABC
      www.googletagmanager.com/gtag/js#id=G-ABC evil.test/?id=G-ABC`,
  ],
  [
    'a * in place of the host matches any host, and needs the parameter',
    '*?id=G-ABC',
    `www.googletagmanager.com/gtag/js?id=G-ABC /metrics/?id=G-ABC http://localhost:80/?l=x&id=G-ABC
      shop.test?a&id=G-ABC&id=G-DEF`,
    `/metrics/ /metrics/?id=G-ABCD /metrics/?tid=G-ABC /metrics/?id=G-AB shop.test/id=G-ABC
      shop.test/#?id=G-ABC shop.test/?u=x?id=G-ABC data:text/plain,?id=G-ABC
      javascript:'?id=G-ABC' blob:https://shop.test/1?id=G-ABC`,
  ],
  [
    'a * in place of the host can have a path',
    '*/gtag/js?id=1',
    'a.test/gtag/js?id=1 /gtag/js?id=1',
    'a.test/x/gtag/js?id=1 a.test/gtag?id=1',
  ],
  [
    'a value that ends in * matches all values with this beginning, and every parameter counts',
    '*?gtm=4*&gcd=1*',
    '/g/c?v=2&tid=G-1&gtm=45je5b1&gcd=13l3l3l3l1l1 a.test?gcd=1&gtm=4',
    `/g/c?gtm=45je5b1 /g/c?gcd=13l3 /g/c?gtm=35&gcd=13 /g/c?gtm=45&gcd=23 /g/c?xgtm=45&gcd=13
      /g/c?gtm=&gcd=1`,
  ],
  [
    'a path matches the page’s own host and port',
    '/metrics',
    '/metrics/g/collect www.page.test:8443/metrics',
    `/metricsx /checkout/metrics other.test/metrics page.test:8443/metrics
      www.page.test/metrics www.page.test:9000/metrics`,
  ],
]

test.each(TABLE)('%s: %s', (_, pattern, matching, others) => {
  visit('https://www.page.test:8443/checkout')
  const words = (text: string) => text.split(/\s+/)
  for (const address of words(matching)) expect(rank(pattern, address), address).toBeGreaterThan(0)
  for (const address of words(others)) expect(rank(pattern, address), address).toBe(0)
})

test('a path and a whole URL without a port match only the default port', () => {
  visit('https://www.shop.test/checkout')
  for (const pattern of ['/metrics', 'https://www.shop.test/metrics']) {
    expect(rank(pattern, '/metrics')).toBeGreaterThan(0)
    expect(rank(pattern, 'https://www.shop.test:443/metrics')).toBeGreaterThan(0)
    expect(rank(pattern, 'https://www.shop.test:9000/metrics')).toBe(0)
  }
})

test('a pattern ranks by how specific it is, not by its spelling', () => {
  const patterns = [
    ...['*.google.com', '*.google.com/g', '*.google.com/g/collect'],
    ...['www.google.com', 'www.google.com/g', 'www.google.com/g/collect'],
    ...['*.google.com?tid=G-1', 'www.google.com?tid=G-1', 'www.google.com/g?tid=G-1'],
    'www.google.com?tid=G-1&v=2',
  ]
  const rankOf = (pattern: string) => rank(pattern, 'https://www.google.com/g/collect?v=2&tid=G-1')
  const ranks = patterns.map(rankOf)
  expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other))
  expect(rankOf('*?tid=G-1')).toBe(rankOf('*.google.com?tid=G-1'))
  expect(rankOf('*?tid=G-1')).toBeGreaterThan(rankOf('www.google.com/g/collect'))
  expect(rankOf('www.google.*')).toBeLessThan(rankOf('www.google.com'))
  for (const pattern of ['https://www.google.com/g', 'google.com/g/'])
    expect(rankOf(pattern)).toBe(rankOf('www.google.com/g'))
})

test.each(['http://[', 'a b', 'chat.test:99999', 'chat.test\nx', '*', '*/path', '*?'])(
  'rejects the invalid pattern %j',
  pattern => expect(() => matcher(pattern)).toThrow(TypeError),
)

test.each([
  ['_ga', ['_ga'], ['_gatekeeper', '_gaming', '_g', 'x_ga', '_GA', '']],
  ['_ga_*', ['_ga_', '_ga_ABC'], ['_ga', 'x_ga_ABC']],
  ['*', ['_ga', ''], []],
  ['p.*', ['p.1'], ['px1']],
  ['a*b', ['a*b'], ['aXb']],
  ['*c', ['*c'], ['Xc']],
])(
  '%s matches whole names, and only a * at its end is a wildcard: %j, not %j [54]',
  (pattern, matching, others) => {
    const match = cookieMatcher(pattern)
    expect([...matching, ...others].filter(name => match(name) > 0)).toEqual(matching)
  },
)

test('a longer prefix ranks higher, and an exact name highest [54]', () => {
  const ranks = ['*', '_*', '_ga_*', '_ga_ABC*', '_ga_ABC'].map(pattern =>
    cookieMatcher(pattern)('_ga_ABC'),
  )
  expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other))
})
