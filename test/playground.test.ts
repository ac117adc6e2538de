// @vitest-environment happy-dom

import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { readAddress, writeAddress } from '../examples/playground/address.js'
import { cspFiles } from '../examples/playground/csp.js'
import { plainFiles } from '../examples/playground/npm.js'
import { DEFAULTS, FORMS, SERVICE_FORMS } from '../examples/playground/settings.js'
import { configurationOf, tagAttributes, tagFiles } from '../examples/playground/tag.js'
import { words as en } from '../examples/playground/words/en.js'
import { words as ja } from '../examples/playground/words/ja.js'
import { words as ko } from '../examples/playground/words/ko.js'
import { ATTRIBUTES } from '../packages/consent/src/options/attributes.ts'
import { ADS } from '../packages/consent/src/options/forms.ts'
import { warn } from '../packages/consent/src/options/warn.ts'
import { readAttributes } from '../packages/consent/src/script/tag-options.ts'
import { ADDRESS_PATTERN } from '../packages/consent/src/shared/patterns.ts'
import { FULL } from './support/full-settings.ts'

vi.mock('../packages/consent/src/options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

test('an address has the settings that differ from the defaults, and reading the address gives the same settings', () => {
  expect(writeAddress(DEFAULTS)).toBe('')
  expect(writeAddress({ ...DEFAULTS, accent: '0060df', policyUrl: 'https://a.example/b' })).toBe(
    '?accent=0060df&policyUrl=https://a.example/b',
  )
  expect(readAddress(writeAddress(FULL))).toEqual({ settings: FULL, faults: [] })
})

test('the forms of settings are the forms of the SDK, and the words are the same in each language', () => {
  for (const key of ['ga', 'gtm', 'position', 'theme', 'button'] as const)
    expect(FORMS[key]).toEqual(ATTRIBUTES[key])
  expect([FORMS.ads, SERVICE_FORMS.hosts]).toEqual([ADS, ADDRESS_PATTERN])
  expect(FORMS.policyVersion).toEqual(ATTRIBUTES['policy-version'])
  expect(`${ATTRIBUTES.categories}`).toContain(SERVICE_FORMS.category.source.slice(1, -1))
  const keysOf = (value: unknown): unknown =>
    typeof value === 'string'
      ? (value.match(/\{\w+\}/g)?.sort() ?? [])
      : Object.entries(value as object).map(([key, inner]) => [key, keysOf(inner)])
  for (const words of [ko, ja]) expect(keysOf(words)).toEqual(keysOf(en))
})

test('the HTML to copy has the attributes and the call of the frames, and the SDK accepts both without a warning', () => {
  const [head, body] = tagFiles(FULL, '0.1.0')
  const page = new DOMParser().parseFromString(`${head?.code}${body?.code}`, 'text/html')
  const [call, tag] = page.querySelectorAll('script')
  expect(`${head?.code}${body?.code}`).not.toContain('\u202e')
  expect(page.querySelectorAll('*')).toHaveLength(8)
  expect(page.querySelector('a')?.getAttribute('href')).toBe(FULL.policyUrl)
  expect(page.querySelector('[data-consent-banner]')).not.toBeNull()
  expect(tag?.getAttribute('src')).toBe('/consent/0.1.0/consent.js')
  for (const [name, value] of tagAttributes(FULL)) expect(tag?.getAttribute(name)).toBe(value)
  expect(readAttributes(tag as HTMLScriptElement)).toMatchObject({ ga: 'G-2A', position: 'inline' })
  expect(vi.mocked(warn).mock.calls).toEqual([])
  const given = vi.fn()
  new Function('window', 'spaceoneConsent', `${call?.textContent}`)(
    { spaceoneConsent: given },
    given,
  )
  expect(given.mock.calls).toEqual([[JSON.parse(JSON.stringify(configurationOf(FULL)))]])
})

test.each(['', 'en_US', 'fr', 'x', 'ko-KR'])(
  'the npm code has texts in its language on a page that declares the language %j',
  lang => {
    const [file] = plainFiles(DEFAULTS)
    const [, written] = /\n {2}language: (.*),\n/.exec(`${file?.code}`) ?? []
    const read = new Function('document', `return ${written}`)
    const language = read({ documentElement: { lang } })
    expect(language).toBe(lang.startsWith('ko') ? 'ko' : lang === 'en_US' ? 'en' : undefined)
  },
)

test('each Content-Security-Policy to copy is one of the README, and a site without one has none to copy', () => {
  const readme = readFileSync('packages/consent/src/script/README.md', 'utf8')
  expect(cspFiles(DEFAULTS)).toEqual([])
  for (const csp of ['nonce', 'strict-dynamic', 'hosts']) {
    const [shown, trusting] = cspFiles({ ...DEFAULTS, csp })
    expect(`${shown?.code}`).toMatch(/connect-src 'self' https:.*; img-src 'self' https:/)
    const [, needed] = /^Content-Security-Policy: (.*); connect-src/.exec(`${shown?.code}`) ?? []
    const directives = `${needed}`
      .replaceAll('NONCE', '…')
      .replaceAll("'self'", 'https://www.example.com')
    for (const text of [directives, trusting?.code]) expect(readme).toContain(`\`${text}\``)
  }
})
