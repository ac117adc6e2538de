import { expect, test } from 'vitest'
import { addressPattern } from './address-pattern.ts'

const PAGE = 'https://shop.example:8443/ko/'
const rank = (text: string, address: string) => addressPattern(text, PAGE)(new URL(address))

test.each<[pattern: string, matching: readonly string[], others: readonly string[]]>([
  [
    'chat.example',
    ['https://chat.example/a', 'http://www.chat.example:99/'],
    ['https://a.chat.example/', 'https://chat.example.evil.test/', 'https://mychat.example/'],
  ],
  [
    '*.chat.example',
    ['https://chat.example/', 'https://a.b.chat.example/'],
    ['https://mychat.example/'],
  ],
  [
    'www.chat.example/a/b',
    ['https://chat.example/a/b', 'https://chat.example/a/b/c?d'],
    ['https://chat.example/a/bc', 'https://chat.example/a'],
  ],
  [
    'chat.example/a?id=1',
    ['https://chat.example/a?x=2&id=1'],
    ['https://chat.example/a?id=12', 'https://chat.example/a'],
  ],
  [
    'google.*/ads',
    ['https://www.google.co.kr/ads/x', 'https://google.de/ads'],
    ['https://google.de/', 'https://google.evil.test/ads'],
  ],
  [
    '/collect',
    ['https://shop.example:8443/collect/x'],
    ['https://shop.example/collect', 'https://shop.example:8443/ko/collect'],
  ],
  [
    'https://chat.example/v1',
    ['https://chat.example/v1/a'],
    ['https://www.chat.example/v1', 'https://chat.example:99/v1'],
  ],
  ['chat.example:99', ['https://chat.example:99/'], ['https://chat.example/']],
  [
    '*?id=1&v=2*',
    ['https://shop.example:8443/a?id=1&v=23', 'https://chat.example/?v=2&id=1'],
    ['https://chat.example/?id=1', 'https://chat.example/?id=12&v=2', 'data:text/plain,?id=1&v=2'],
  ],
  ['*', [], ['https://chat.example/']],
  ['http://[', [], ['https://shop.example:8443/']],
])('%s matches %j and not %j', (pattern, matching, others) => {
  expect(matching.filter(address => !rank(pattern, address))).toEqual([])
  expect(others.filter(address => rank(pattern, address))).toEqual([])
})

test('a pattern that matches fewer addresses is more specific', () => {
  const patterns = ['*.chat.example', 'chat.example', 'chat.example/a', 'chat.example/a?id=1']
  const ranks = patterns.map(pattern => rank(pattern, 'https://chat.example/a?id=1'))
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
  expect(new Set(ranks).size).toBe(4)
})
