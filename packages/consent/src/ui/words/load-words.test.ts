import { expect, test } from 'vitest'
import { policyUrl } from './load-words.ts'

test('returns an address of the web, and undefined for any other text [51]', () => {
  for (const address of [
    ...['/privacy', 'privacy', '?page=privacy', '#privacy', '/a:b', 'https://a.test/', 'HTTP://a'],
  ])
    expect(policyUrl(address, 'en', 'en')).toBe(address)
  for (const address of [
    ...['javascript:alert(1)', 'JavaScript:alert(1)//https://a.test', 'java\tscript:alert(1)'],
    ...['\u0001javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'httpsx:a'],
    ...['', undefined],
  ])
    expect(policyUrl(address, 'en', 'en'), address).toBeUndefined()
})

test('returns the URL in the language of the page, else of the text, else the first URL', () => {
  const urls = { ko: '/ko', en: '/en', 'zh-TW': '/zh' }
  expect(policyUrl(urls, 'zh-TW', 'en')).toBe('/zh')
  expect(policyUrl(urls, 'ko-KR', 'ko')).toBe('/ko')
  expect(policyUrl(urls, 'fr', 'en')).toBe('/en')
  expect(policyUrl({ ko: '/ko' }, 'fr', 'en')).toBe('/ko')
})
