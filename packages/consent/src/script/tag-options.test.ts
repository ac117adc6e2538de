// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { warn } from '../options/warn.ts'
import type { Configuration } from './page-global.ts'
import { blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

vi.mock('../options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

const tag = (attributes: Record<string, string>) => {
  vi.mocked(warn).mockClear()
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  return script
}

const optionsOf = (attributes: Record<string, string>, declared: readonly object[] = []) =>
  tagOptions(
    readAttributes(tag({ 'data-policy-version': '1', 'data-categories': 'chat', ...attributes })),
    [],
    [],
    async () => ({}) as never,
    declared as Configuration['services'] & object,
  )

test('tagOptions reads an address without a language and an address for each language', () => {
  const urls = { 'data-policy-url': '/en', 'data-policy-url-ko': '/ko' }
  expect(optionsOf({ ...urls, 'data-policy-earlier': '/old' }).policy).toEqual({
    ...{ version: '1', versions: [], url: { default: '/en', ko: '/ko' } },
    earlier: { default: '/old' },
  })
})

const OTHER = '.other.example'
/** A domain with which the host name ends, but to which the host does not belong. */
const END = 'megazone.io'
const HOST = 'evilmegazone.io'

test.each<[about: string, name: string, value: string, expected: object, ...unknown[][]]>([
  ['six months', 'cookie-days', '184', { cookie: { days: 184 } }],
  ['less', 'cookie-days', '183', { cookie: { days: 183 } }, ['validity-short', 183]],
  ['a language without texts', 'lang', 'fr', { language: 'en' }, ['unknown-language', 'fr']],
  ['the inspector', 'debug', '', { debug: '' }],
  ['its hosts', 'debug-hosts', 'a.test, b.test', { debugHosts: 'a.test, b.test' }],
  ['the host', 'cookie-domain', 'evilmegazone.io', {}],
  ['another', 'cookie-domain', OTHER, { cookie: { domain: OTHER } }, ['other-host', OTHER, HOST]],
  ['an end', 'cookie-domain', END, { cookie: { domain: END } }, ['other-host', END, HOST]],
])('tagOptions warns, or does not: %s, data-%s="%s"', (_, name, value, expected, ...warnings) => {
  vi.stubGlobal('location', { hostname: HOST })
  expect(optionsOf({ [`data-${name}`]: value })).toMatchObject(expected)
  expect(vi.mocked(warn).mock.calls).toEqual(warnings)
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

test('readAttributes warns of each invalid attribute by name, keeps the readable values, and blocks unless only the look is concerned, also where the page has polluted Object.prototype', () => {
  Object.assign(Object.prototype, { ga: /./ })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'ga'))
  const read = readAttributes(
    tag({
      ...{ 'data-ga': 'UA-1', 'data-theme': 'pink' },
      ...{ 'data-position': 'left', 'data-cookie-days': '0' },
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
  // `blockedOptions` blocks all of Google, also without a Google id among the attributes.
  expect(blockedOptions(read).services).toHaveLength(1)
  expect(blockedOptions({}).services).toHaveLength(1)
  const looks = readAttributes(tag({ 'data-policy-version': '1', 'data-z-index': 'high' }))
  expect(vi.mocked(warn).mock.calls).toEqual([['data-z-index', 'high']])
  expect(looks.isInvalid).toBeUndefined()
})

test('tagOptions adds the purposes of declared services, and lets a service have no code', () => {
  const chat = { name: 'Chat', category: 'support', addresses: ['chat.example'] }
  const login = { name: 'Login', necessary: { en: 'You stay signed in.' } }
  const { categories, services } = optionsOf({ 'data-ga': 'G-TEST123' }, [chat, login])
  expect(Object.keys(categories)).toEqual(['analytics', 'chat', 'support'])
  expect(services).toMatchObject([
    { ...chat, start: expect.any(Function), stop: expect.any(Function) },
    login,
  ])
})

// google-services.test.ts shows that facts replace nothing that the gate reads.
test('an entry for a service that an attribute starts, without a category, gives facts to this service and nothing to the gate', () => {
  const given = { name: 'Google Analytics', retention: { seconds: 60 }, attach() {}, start() {} }
  const { categories, services } = optionsOf({ 'data-ga': 'G-TEST123' }, [given])
  expect(services).toEqual([])
  const { retention } = given
  expect(categories['analytics']?.services).toMatchObject([{ retention, facts: given }])
})

test('tagOptions leaves out a preset without its file and without a category, with a warning, and keeps the rest of the page', () => {
  const chat = { name: 'Chat', category: 'support' }
  const { categories, services } = optionsOf({}, [{ preset: 'session', cookies: ['sid'] }, chat])
  expect(Object.keys(categories)).toEqual(['chat', 'support'])
  expect(services).toMatchObject([chat])
  expect(vi.mocked(warn).mock.calls).toEqual([['preset', 'session']])
})

test.each([
  ...[{ category: 'support' }, { name: 'Chat' }],
  ...[{ name: 'Google Ads' }, { name: 'Google Analytics' }],
])(
  'tagOptions throws for the service %j, which lacks a name, or a category and a reason, and which no attribute starts',
  one => {
    expect(() => optionsOf({}, [one])).toThrow()
  },
)
