// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { warn } from '../options/warn.ts'
import { blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

vi.mock('../options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

/** Returns a script element with these attributes. */
const tag = (attributes: Record<string, string>) => {
  vi.mocked(warn).mockClear()
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  return script
}

const optionsOf = (attributes: Record<string, string>) =>
  tagOptions(
    readAttributes(tag({ 'data-policy-version': '1', 'data-categories': 'chat', ...attributes })),
    [],
    [],
    async () => ({}) as never,
  )

test('tagOptions reads an address without a language and an address for each language', () => {
  expect(
    optionsOf({
      'data-policy-url': '/en',
      'data-policy-url-ko': '/ko',
      'data-policy-earlier': '/old',
    }).policy,
  ).toEqual({
    version: '1',
    versions: [],
    url: { default: '/en', ko: '/ko' },
    earlier: { default: '/old' },
  })
})

test('tagOptions warns when a decision is valid for less than six months', () => {
  expect(optionsOf({ 'data-cookie-days': '184' }).cookie?.days).toBe(184)
  expect(warn).not.toHaveBeenCalled()
  expect(optionsOf({ 'data-cookie-days': '183' }).cookie?.days).toBe(183)
  expect(warn).toHaveBeenCalledExactlyOnceWith('validity-short', 183)
})

test('tagOptions warns when the tag has no category', () => {
  tagOptions(readAttributes(tag({ 'data-policy-version': '1' })), [], [], async () => ({}) as never)
  expect(warn).toHaveBeenCalledExactlyOnceWith('nothing-asked')
})

test('tagOptions puts analytics first, with each Google service once, then the other categories', () => {
  const { categories } = optionsOf({
    'data-categories': 'marketing, analytics  chat',
    'data-ga': 'G-TEST123',
    'data-gtm': 'GTM-TEST123',
  })
  expect(Object.keys(categories)).toEqual(['analytics', 'marketing', 'chat'])
  expect(categories['analytics']?.services?.map(({ name }) => name)).toEqual([
    'Google Analytics',
    'Google Tag Manager',
  ])
})

test('readAttributes warns of each invalid attribute by name and keeps the readable values', () => {
  const read = readAttributes(
    tag({
      'data-ga': 'UA-1',
      'data-theme': 'pink',
      'data-position': 'left',
      'data-cookie-days': '0',
    }),
  )
  expect(vi.mocked(warn).mock.calls).toEqual([
    ['data-policy-version', null],
    ['data-ga', 'UA-1'],
    ['data-theme', 'pink'],
    ['data-cookie-days', '0'],
  ])
  expect(read).toMatchObject({ isInvalid: true, position: 'left', ga: 'UA-1' })
  expect(read).not.toHaveProperty('theme')
  // Blocks all of Google, also where the tag has no id of Google.
  expect(blockedOptions(read).services).toHaveLength(1)
  expect(blockedOptions({}).services).toHaveLength(1)
})

test('readAttributes blocks nothing when only an attribute for the appearance is invalid', () => {
  const read = readAttributes(tag({ 'data-policy-version': '1', 'data-z-index': 'high' }))
  expect(vi.mocked(warn).mock.calls).toEqual([['data-z-index', 'high']])
  expect(read.isInvalid).toBeUndefined()
})

test('an invalid id blocks also where the page has polluted Object.prototype with its name', () => {
  const polluted = Object.prototype as { ga?: unknown }
  polluted.ga = /./
  onTestFinished(() => {
    delete polluted.ga
  })
  expect(readAttributes(tag({ 'data-policy-version': '1', 'data-ga': 'UA-1' }))).toMatchObject({
    isInvalid: true,
    ga: 'UA-1',
  })
})

test('readAttributes warns of a name similar to ours, and not of another tool’s attribute', () => {
  readAttributes(
    tag({
      'data-policy-version': '1',
      'data-polciy-url': '/privacy',
      'data-cookie-domian': '.a.test',
      'data-turbo-track': 'reload',
      'data-cfasync': 'false',
      'data-nonce': 'x',
      'data-constructor': 'x',
      'data-react-helmet': 'true',
      'data-n-head': 'ssr',
      theme: 'pink',
    }),
  )
  expect(vi.mocked(warn).mock.calls).toEqual([['data-polciy-url'], ['data-cookie-domian']])
})

test('tagOptions uses English for a language without texts, and warns of a cookie domain of another host', () => {
  const { language, cookie } = optionsOf({
    'data-lang': 'fr',
    'data-cookie-domain': '.other.example',
  })
  expect(vi.mocked(warn).mock.calls).toEqual([
    ['data-lang', 'fr'],
    ['data-cookie-domain', '.other.example'],
  ])
  expect({ language, domain: cookie?.domain }).toEqual({ language: 'en', domain: '.other.example' })
})

test('tagOptions warns of a cookie domain whose name only ends the name of the host', () => {
  vi.stubGlobal('location', { hostname: 'evilmegazone.io' })
  optionsOf({ 'data-cookie-domain': 'evilmegazone.io' })
  expect(warn).not.toHaveBeenCalled()
  optionsOf({ 'data-cookie-domain': 'megazone.io' })
  expect(warn).toHaveBeenCalledExactlyOnceWith('data-cookie-domain', 'megazone.io')
})
