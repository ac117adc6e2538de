// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createRules, type Owner, type Rule } from './rules.ts'

const ANALYTICS: Owner = { category: 'analytics' }
const MARKETING: Owner = { category: 'marketing' }
const CHAT: Owner = { category: 'analytics', name: 'Chat' }
const SURVEY: Owner = { category: 'analytics', name: 'Survey' }

const wordsIn = (text: string) => text.split(' ').filter(Boolean)

const registry = (...registered: readonly Rule[]) => {
  const state = {
    granted: {} as Record<string, boolean>,
    without: [] as readonly string[],
    keys: ['analytics', 'analytics/Chat', 'analytics/Survey', 'marketing'],
  }
  const rules = createRules(() => state as never)
  const results = registered.map(rule => rules.register(rule))
  return {
    ...rules,
    results,
    grant(categories: string, ...without: readonly string[]) {
      const all = <Value>(value: Value) =>
        Object.fromEntries(wordsIn(categories).map(name => [name, value]))
      Object.assign(state, {
        ...{ status: 'decided', record: { c: all(1) }, granted: all(true), without },
      })
    },
    expire: () => void Object.assign(state, { status: 'expired', granted: {} }),
    reached: (addresses: string) =>
      wordsIn(addresses).filter(
        address => rules.missingGrant(new URL(`https://${address}`)) === undefined,
      ),
  }
}

const of = (unblockedBy: Rule['unblockedBy'], more: Omit<Rule, 'unblockedBy'>): Rule => ({
  unblockedBy,
  ...more,
})

/** Reads rules such as `analytics chat.test, shared always google.test`. */
const rulesIn = (text: string): readonly Rule[] =>
  text.split(', ').map(rule => {
    const [host = '', key = '', isShared] = rule.split(' ').reverse()
    const unblockedBy = key === 'always' || key === 'never' ? key : { category: key }
    return of(unblockedBy, { hosts: [host], isShared: isShared !== undefined })
  })

const ONE = 'analytics a.test'
const UNKNOWN = 'chat a.test'
const NEVER = 'never a.test/g?id=1'
const NEVER_WIDE = 'never a.test, analytics a.test/g'
const NARROW = 'analytics *.a.test, marketing ads.a.test/b'
const EQUAL = 'analytics a.test, marketing a.test'
const EQUAL_TOO = 'marketing a.test, analytics a.test'
const ALWAYS = 'analytics a.test, always a.test/js'
const ALWAYS_EQUAL = 'always a.test, analytics a.test'
const SHARED = 'shared marketing a.test'
const OWNED = 'shared marketing www.a.test/g?id=1, analytics *.a.test'
const TWO_SHARED = 'shared marketing a.test, shared always a.test/js'

test.each([
  // Title, rules, granted categories, addresses that are reached, addresses that are blocked.
  ['a rule blocks its addresses', ONE, '', 'other.test', 'a.test'],
  ['a rule unblocks its addresses at its grant', ONE, 'analytics', 'a.test other.test', ''],
  ['an unknown category is not granted', UNKNOWN, 'analytics marketing', '', 'a.test'],
  ['the more specific rule unblocks', NARROW, 'marketing', 'ads.a.test/b?c', 'ads.a.test'],
  ['the more specific rule blocks', NARROW, 'analytics', 'ads.a.test', 'ads.a.test/b?c'],
  ['of equal rules one that blocks decides', EQUAL, 'analytics', '', 'a.test'],
  ['of equal rules one that blocks decides', EQUAL_TOO, 'analytics', '', 'a.test'],
  ['equal rules unblock together', EQUAL, 'analytics marketing', 'a.test', ''],
  ['"always" unblocks below a wider rule', ALWAYS, '', 'a.test/js/b', 'a.test/c'],
  ['"always" does not unblock an equal rule', ALWAYS_EQUAL, '', '', 'a.test'],
  ['"never" blocks whatever is granted', NEVER, 'analytics', 'a.test/g?id=2', 'a.test/g?id=1'],
  ['"never" ranks above a more specific rule', NEVER_WIDE, 'analytics', '', 'a.test/g'],
  ['a shared rule blocks alone', SHARED, '', '', 'a.test'],
  ['a shared rule unblocks at its grant', SHARED, 'marketing', 'a.test', ''],
  ['a specific shared rule blocks no owned address', OWNED, 'analytics', 'www.a.test/g?id=1', ''],
  ['a specific shared rule unblocks no owned one', OWNED, 'marketing', '', 'www.a.test/g?id=1'],
  ['the more specific shared rule decides', TWO_SHARED, '', 'a.test/js/b', 'a.test'],
  ['the wider shared rule decides elsewhere', TWO_SHARED, 'marketing', 'a.test a.test/js/b', ''],
])('%s: %s with a grant of "%s"', (_, rules, granted, expected, blocked) => {
  const { grant, reached } = registry(...rulesIn(rules))
  grant(granted)
  expect(reached(`${expected} ${blocked}`)).toEqual(wordsIn(expected))
})

test('the more specific of two rules for a name decides, and an owned rule ranks above a shared rule', () => {
  for (const kind of ['cookies', 'storage'] as const) {
    const { blocksName, grant } = registry(
      of(ANALYTICS, { [kind]: ['_g*'] }),
      of(MARKETING, { [kind]: ['_gcl_au'], isShared: true }),
      of(MARKETING, { [kind]: ['_gac_*'] }),
    )
    const compared = kind === 'cookies' ? 'cookie' : kind
    const denied = () =>
      ['_ga', '_gcl_au', '_gac_1', 'cart'].filter(name => blocksName(compared, name)).join(' ')
    expect(denied()).toBe('_ga _gcl_au _gac_1')
    grant('analytics marketing')
    expect(denied()).toBe('')
    grant('marketing')
    expect(denied()).toBe('_ga _gcl_au')
    grant('analytics')
    expect(denied()).toBe('_gac_1')
  }
})

test('a disposed rule blocks nothing, and the other rules still block', () => {
  const { reached, results, size } = registry(...rulesIn('analytics chat.test, analytics ads.test'))
  expect(size()).toBe(2)
  for (const _ of ['once', 'twice']) results[0]?.dispose()
  expect(size()).toBe(1)
  expect(reached('chat.test ads.test')).toEqual(['chat.test'])
})

test('a rule with an invalid pattern returns a fault, and its other patterns count', () => {
  const { reached, results } = registry(
    of(ANALYTICS, { hosts: ['http://[', 'chat.test'] }),
    ...rulesIn('analytics ads.test'),
  )
  expect(results.map(({ fault }) => fault)).toEqual([expect.any(TypeError), undefined])
  expect(reached('chat.test other.test')).toEqual(['other.test'])
})

test('accepts a string as a list of one pattern, and undefined as an empty list', () => {
  const { blocksName, reached } = registry(
    of(ANALYTICS, { hosts: 'chat.test', cookies: null, storage: 7 } as never),
  )
  expect(reached('chat.test')).toEqual([])
  expect(blocksName('cookie', 'null')).toBe(false)
  expect(blocksName('storage', '7')).toBe(true)
})

test('cookies, cookies of other sites, keys and databases of the same names are told apart, and those of granted services stay', () => {
  const names = { cookies: ['cookie', { name: 'key', party: 'third' }], storage: ['key'] } as const
  const { blocksName, expire, grant, staleDatabases } = registry(
    of(ANALYTICS, { ...names, databases: ['database', 'a'] }),
    of(MARKETING, { databases: ['b'] }),
    of('always', { databases: ['c'] }),
    of('never', { cookies: ['_ga'], databases: ['d'] }),
  )
  const stale = () => {
    const all = ['cookie', 'key', 'database', '_ga']
    return {
      blocked: all.filter(name => blocksName('cookie', name)),
      cookies: all.filter(name => blocksName('cookie', name, true)),
      keys: all.filter(name => blocksName('storage', name, true)),
      databases: staleDatabases?.(),
    }
  }
  const cookies = ['cookie', '_ga']
  expect(stale()).toEqual({
    ...{ blocked: cookies, cookies, keys: ['key'], databases: ['database', 'a', 'b', 'd'] },
  })
  grant('analytics')
  expect(stale()).toEqual({
    ...{ blocked: ['_ga'], cookies: ['_ga'], keys: [], databases: ['b', 'd'] },
  })
  expire()
  expect(stale()).toMatchObject({ blocked: cookies, cookies, keys: ['key'] })
})

test('a service is blocked by its category, by its own refusal, while it starts and for good after it has failed, and its data is kept while it starts', () => {
  const {
    blockService: block,
    missingGrant,
    blocksName,
    grant,
    isBlocked,
    ...rules
  } = registry(
    of(CHAT, { hosts: ['chat.test'], cookies: ['chat'], databases: ['chat'] }),
    of(SURVEY, { hosts: ['survey.test'] }),
    of('never', { hosts: ['never.test'] }),
  )
  const state = () => ({
    by: ['chat', 'survey', 'never'].map(name => missingGrant(new URL(`https://${name}.test/`))),
    isBlocked: [isBlocked(CHAT), blocksName('cookie', 'chat')],
    isStale: [blocksName('cookie', 'chat', true), rules.staleDatabases?.().length === 1],
  })
  const BLOCKED = { isBlocked: [true, true], isStale: [true, true] }
  block(CHAT, 'starting')
  expect(state()).toEqual({ by: ['analytics', 'analytics', ''], ...BLOCKED })
  grant('analytics')
  expect(state()).toEqual({
    ...{ by: ['analytics', undefined, ''], isBlocked: [true, true], isStale: [false, false] },
  })
  expect(isBlocked(SURVEY)).toBe(false)
  block(SURVEY, 'starting')
  rules.unblockService(CHAT)
  expect([isBlocked(CHAT), isBlocked(SURVEY)]).toEqual([false, true])
  rules.unblockService(SURVEY)
  expect(state()).toEqual({
    ...{ by: [undefined, undefined, ''], isBlocked: [false, false], isStale: [false, false] },
  })
  grant('analytics', 'analytics/Chat')
  expect(state()).toEqual({ by: ['analytics/Chat', undefined, ''], ...BLOCKED })
  expect(isBlocked(ANALYTICS)).toBe(false)
  grant('analytics')
  block(CHAT, 'failed')
  expect(state()).toEqual({ by: ['', undefined, ''], ...BLOCKED })
  // A new grant starts the failed service again, but does not unblock this service.
  block(CHAT, 'starting')
  rules.unblockService(CHAT)
  expect(state()).toEqual({ by: ['', undefined, ''], ...BLOCKED })
})
