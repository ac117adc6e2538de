import { splitAddress } from '@spaceone/consent/inventory'
import { expect, test } from 'vitest'
import { addressPattern } from './address-pattern.ts'

// test/addresses-alike.test.ts compares the audit with the gate.

const PAGE = 'https://shop.example:8443/ko/'
const rank = (text: string, address: string) =>
  addressPattern(text, PAGE)(splitAddress(new URL(address)))

test('a path matches on the origin of the page alone', () => {
  expect(rank('/collect', 'https://shop.example:8443/collect/x')).toBeGreaterThan(0)
  expect(rank('/collect', 'https://shop.example/collect')).toBe(0)
  expect(rank('/collect', 'https://shop.example:8443/ko/collect')).toBe(0)
})

test.each(['*', 'http://[', 'shop.example:84430'])('an invalid pattern matches nothing: %s', text =>
  expect(rank(text, PAGE)).toBe(0),
)
