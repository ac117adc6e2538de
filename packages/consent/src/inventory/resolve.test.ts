import { expect, test } from 'vitest'
import type { Declared, Texts } from './declaration.ts'
import { type CookieConfig, GOOGLE } from './entries.ts'
import { ADS_HOSTS } from './google-rules.ts'
import { loadWordTables } from './load-inventory-words.ts'
import { lifetimeOf } from './resolve.ts'
import { languagesOf, resolveWithAddresses } from './resolve-site.ts'

const known = await loadWordTables(['en', 'ko'])
const resolved = (declared: Declared<Texts>) => resolveWithAddresses(declared, known)

test('what the site says of a service of Google stands in place of our fact, and every other fact is ours', () => {
  const plain = resolved({ name: 'Google Analytics', cookies: ['_ga'] })
  const retention = { seconds: 61 * 86_400 }
  const service = resolved({
    name: 'Google Analytics',
    recipients: { company: 'Google LLC', relation: 'third-party' },
    retention,
    purposes: { recipient: { en: 'Improving Google’s services' } },
    cookies: [{ name: '_ga', seconds: 3600 }],
  })
  const [google] = plain.recipients
  expect(service).toEqual({
    ...plain,
    recipients: [{ ...(google as object), relation: 'third-party' }],
    retention: { ...retention, afterwards: expect.anything() },
    purposes: { ...plain.purposes, recipient: { en: 'Improving Google’s services' } },
    cookies: [{ ...plain.cookies[0], seconds: 3600 }],
  })
})

test('a service of the site’s own that lists Google’s cookies has no lifetime and no purpose of ours', () => {
  const stored = { cookies: ['_ga', '_ga_*'], storage: ['_gcl_ls'], databases: ['IDE'] }
  expect(resolved({ name: 'Server tagging', ...stored })).toMatchObject({
    cookies: [{ name: '_ga' }, { name: '_ga_*' }],
    storage: [{ name: '_gcl_ls' }],
    databases: [{ name: 'IDE' }],
  })
  const rows = ({ cookies, storage, databases }: ReturnType<typeof resolved>) =>
    [cookies, storage, databases].flat().flatMap(row => Object.keys(row))
  expect(new Set(rows(resolved({ name: 'Server tagging', ...stored })))).toEqual(new Set(['name']))
})

// printed-sections.txt shows that a cookie with a prefix has our purpose, and no `_gid` by its name.
test('a cookie that Google’s tag no longer sets is listed where the site states it as a row', () => {
  const { cookies } = resolved({ name: 'Google Analytics', cookies: [{ name: '_gid' }] })
  expect(cookies).toHaveLength(1)
})

test('a service that states nothing is not stated, and is completed from no entry', () => {
  expect(resolved({ name: 'Chat' })).toEqual({
    ...{ name: 'Chat', category: undefined, recipients: 'not-stated', retention: 'not-stated' },
    ...{ collects: [], toolKind: undefined, identifies: undefined, necessary: undefined },
    ...{ purposes: { site: undefined, recipient: undefined }, isBehavioural: undefined },
    refusal: { link: undefined, words: undefined },
    ...{ addresses: [], cookies: [], storage: [], databases: [] },
  })
})

test('a service with a category is optional, as in the gate, also where it gives a reason', () => {
  const necessary = { en: 'You stay signed in.' }
  expect(resolved({ name: 'Login', necessary }).necessary).toBe(necessary)
  expect(resolved({ name: 'Login', necessary, category: 'support' }).necessary).toBeUndefined()
})

test('a company that works for a service of Google stands beside Google as the site declares it', () => {
  const agency = { company: 'Agency Ltd.', relation: 'processor' as const }
  const { recipients } = resolved({
    name: 'Google Ads',
    recipients: [{ company: GOOGLE.company }, agency],
  })
  expect(recipients).toEqual([
    expect.objectContaining({
      ...GOOGLE,
      relation: 'collects-itself',
      transfer: expect.anything(),
    }),
    agency,
  ])
})

// facts.test.ts shows the other facts.
test.each<[fact: string, value: unknown, resolved: unknown]>([
  ['recipients', 5, 'not-stated'],
  ['cookies', [null, {}, 5], []],
  ['storage', 'x', [{ name: 'x' }]],
  ['databases', [null], []],
])('where %s is %o, it resolves to %o, for a service of Google, too', (fact, value, expected) => {
  for (const name of ['Chat', 'Google Ads'])
    expect(resolved({ name, [fact]: value } as Declared<Texts>)).toMatchObject({ [fact]: expected })
})

test('where addresses are no list, a service has none, and one of Google has ours', () => {
  const addressesOf = (name: string) => resolved({ name, addresses: 5 as never }).addresses
  expect(addressesOf('Chat')).toEqual([])
  expect(addressesOf('Google Ads')).toContain(ADS_HOSTS[0])
})

const MONTHS = 34_128_000

test.each<[name: string, config: CookieConfig | undefined, lifetime: object | undefined]>([
  ['_ga', undefined, { seconds: MONTHS, isRenewed: false }],
  ['_ga', { cookie_expires: 3600 }, { seconds: 3600, isRenewed: false }],
  ['_ga', { cookie_expires: 3600, cookie_update: true }, { seconds: 3600, isRenewed: true }],
  ['_ga', { cookie_expires: 0, cookie_update: true }, { seconds: 'session' }],
  ['_ga', { cookie_expires: -1 }, { seconds: MONTHS, isRenewed: false }],
  ['_ga', { cookie_expires: 'long' }, { seconds: MONTHS, isRenewed: false }],
  ['shop_ga', { cookie_prefix: 'shop' }, { seconds: MONTHS, isRenewed: false }],
  ['_ga_*', undefined, { seconds: MONTHS, isRenewed: true }],
  ['_ga_*', { cookie_expires: 3600, cookie_update: false }, { seconds: 3600, isRenewed: true }],
  ['shop_ga_*', { cookie_expires: 0 }, { seconds: 'session' }],
  ['_gcl_*', { cookie_expires: 3600 }, { seconds: 90 * 86_400 }],
  ['_gid', undefined, undefined],
  ['constructor', undefined, undefined],
])('the lifetime of %s with %j is %j', (name, config, lifetime) => {
  expect(lifetimeOf(name, config)).toEqual(lifetime)
})

test.each([
  [{ default: '/privacy', ko: '/ko/privacy' }, 'en', ['ko', 'en']],
  [{ ja: '/ja/privacy' }, undefined, ['ja']],
  ['/privacy', 'ko', ['ko']],
  [undefined, undefined, []],
])(
  'words need the languages of the addresses %j and of a page in %s',
  (url, language, languages) => {
    const options = { policy: { version: '1', url }, categories: {} }
    expect(languagesOf(options, language)).toEqual(languages)
  },
)
