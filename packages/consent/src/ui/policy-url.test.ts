import { expect, test } from 'vitest'
import { policyUrl } from './policy-url.ts'

test.each([
  '/privacy',
  'privacy',
  '?page=privacy',
  '#privacy',
  '/a:b',
  'https://a.test/',
  'HTTP://a',
])('links to %s', address => {
  expect(policyUrl(address, 'en', 'en')).toBe(address)
})

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)//https://a.test',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'httpsx:a',
  '',
  undefined,
])('makes no link of %j [51]', address => {
  expect(policyUrl(address, 'en', 'en')).toBeUndefined()
})

test('takes the address of the language, of the text beside it, or else the first', () => {
  const urls = { ko: '/ko', en: '/en', 'zh-TW': '/zh' }
  expect(policyUrl(urls, 'zh-TW', 'en')).toBe('/zh')
  expect(policyUrl(urls, 'ko-KR', 'ko')).toBe('/ko')
  expect(policyUrl(urls, 'fr', 'en')).toBe('/en')
  expect(policyUrl({ ko: '/ko' }, 'fr', 'en')).toBe('/ko')
})
