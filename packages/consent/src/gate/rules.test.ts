// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createRules, type Owner, type Rule } from './rules.ts'

const ANALYTICS: Owner = { category: 'analytics' }
const MARKETING: Owner = { category: 'marketing' }
const CHAT: Owner = { category: 'analytics', name: 'Chat' }
const SURVEY: Owner = { category: 'analytics', name: 'Survey' }

/** Returns the answers of a record that grants these categories. */
const answers = (granted: Record<string, boolean>) =>
  Object.fromEntries(Object.entries(granted).map(([name, isGranted]) => [name, isGranted ? 1 : 0]))

/** A registry, and decisions that the test can change. */
const registry = (...registered: readonly Rule[]) => {
  const state = { granted: {} as Record<string, boolean>, without: [] as readonly string[] }
  const rules = createRules(() => state as never)
  const results = registered.map(rule => rules.register(rule))
  return {
    ...rules,
    results,
    grant: (granted: Record<string, boolean>, without: readonly string[] = []) =>
      Object.assign(state, {
        status: 'decided',
        record: { c: answers(granted) },
        granted,
        without,
      }),
    reaches: (address: string) =>
      rules.blockingAddress(new URL(`https://${address}`)) === undefined,
  }
}

const of = (unblockedBy: Rule['unblockedBy'], ...hosts: readonly string[]): Rule => ({
  unblockedBy,
  hosts,
})

/** Reads rules such as `analytics chat.test, shared always google.test`. */
const rulesIn = (text: string): readonly Rule[] =>
  text.split(', ').map(rule => {
    const [host = '', key = '', isShared] = rule.split(' ').reverse()
    const unblockedBy = key === 'always' || key === 'never' ? key : { category: key }
    return { ...of(unblockedBy, host), isShared: isShared !== undefined }
  })

const wordsIn = (text: string) => text.split(' ').filter(Boolean)

const ONE = 'analytics a.test'
const UNKNOWN = 'chat a.test'
const NEVER = 'never a.test/g?id=1'
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
  ['a shared rule blocks alone', SHARED, '', '', 'a.test'],
  ['a shared rule unblocks at its grant', SHARED, 'marketing', 'a.test', ''],
  ['a specific shared rule blocks no owned address', OWNED, 'analytics', 'www.a.test/g?id=1', ''],
  ['a specific shared rule unblocks no owned one', OWNED, 'marketing', '', 'www.a.test/g?id=1'],
  ['the more specific shared rule decides', TWO_SHARED, '', 'a.test/js/b', 'a.test'],
  ['the wider shared rule decides elsewhere', TWO_SHARED, 'marketing', 'a.test a.test/js/b', ''],
])('%s: %s with a grant of "%s"', (_, rules, granted, reached, blocked) => {
  const { grant, reaches } = registry(...rulesIn(rules))
  grant(Object.fromEntries(wordsIn(granted).map(name => [name, true])))
  expect(wordsIn(`${reached} ${blocked}`).filter(reaches)).toEqual(wordsIn(reached))
})

test.each(['cookies', 'storage'] as const)(
  'the more specific of two rules for a name of %s decides',
  kind => {
    const { grant, isStale } = registry(
      { unblockedBy: ANALYTICS, [kind]: ['_g*'] },
      { unblockedBy: MARKETING, [kind]: ['_gcl_*'] },
    )
    const kept = () => ['_ga', '_gcl_ls', 'cart'].filter(name => !isStale(kind, name))
    grant({ marketing: true })
    expect(kept()).toEqual(['_gcl_ls', 'cart'])
    grant({ analytics: true })
    expect(kept()).toEqual(['_ga', 'cart'])
  },
)

test('an owned rule for a cookie ranks above a shared rule', () => {
  const { blocksCookie, grant } = registry(
    { unblockedBy: ANALYTICS, cookies: ['_g*'] },
    { unblockedBy: MARKETING, cookies: ['_gcl_au'], isShared: true },
    { unblockedBy: MARKETING, cookies: ['_gac'] },
  )
  const blocked = () => ['_ga', '_gcl_au', '_gac', 'cart'].filter(blocksCookie)
  expect(blocked()).toEqual(['_ga', '_gcl_au', '_gac'])
  grant({ analytics: true, marketing: true })
  expect(blocked()).toEqual([])
  grant({ marketing: true })
  expect(blocked()).toEqual(['_ga', '_gcl_au'])
})

test('a disposed rule blocks nothing, and the other rules still block', () => {
  const { reaches, results, size } = registry(
    { unblockedBy: ANALYTICS, hosts: ['chat.test'] },
    { unblockedBy: ANALYTICS, hosts: ['ads.test'] },
  )
  expect(size()).toBe(2)
  results[0]?.dispose()
  results[0]?.dispose()
  expect(size()).toBe(1)
  expect(reaches('chat.test/')).toBe(true)
  expect(reaches('ads.test/')).toBe(false)
})

test('a rule with an invalid pattern returns a fault, and its other patterns count', () => {
  const { reaches, results } = registry({
    unblockedBy: ANALYTICS,
    hosts: ['http://[', 'chat.test'],
  })
  expect(results[0]?.fault).toBeInstanceOf(TypeError)
  expect(reaches('chat.test')).toBe(false)
  expect(reaches('other.test')).toBe(true)
  expect(
    registry({ unblockedBy: ANALYTICS, hosts: ['chat.test'] }).results[0]?.fault,
  ).toBeUndefined()
})

test('accepts a string as a list of one pattern, and undefined as an empty list', () => {
  const rule = { unblockedBy: ANALYTICS, hosts: 'chat.test', cookies: null, storage: 7 }
  const { isStale, reaches } = registry(rule as never)
  expect(reaches('chat.test/')).toBe(false)
  expect(isStale('cookies', 'null')).toBe(false)
  expect(isStale('storage', '7')).toBe(true)
})

test('blockingAddress returns the category, or the service when only the service is refused', () => {
  const { blockingAddress, block, grant } = registry(
    { unblockedBy: CHAT, hosts: ['chat.test'] },
    { unblockedBy: 'never', hosts: ['never.test'] },
  )
  const chat = () => blockingAddress(new URL('https://chat.test/'))
  expect(chat()).toBe('analytics')
  grant({ analytics: true }, ['analytics/Chat'])
  expect(chat()).toBe('analytics/Chat')
  grant({ analytics: true })
  expect(chat()).toBeUndefined()
  block(CHAT, 'starting')
  expect(chat()).toBe('analytics')
  block(CHAT, 'failed')
  expect(chat()).toBe('')
  expect(blockingAddress(new URL('https://never.test/'))).toBe('')
})

test('the cookies and data of a rule that is never unblocked are swept', () => {
  const { blocksCookie, grant, isStale, staleDatabases } = registry({
    unblockedBy: 'never',
    cookies: ['_ga'],
    databases: ['ga'],
  })
  grant({ analytics: true })
  expect([blocksCookie('_ga'), isStale('cookies', '_ga')]).toEqual([true, true])
  expect(staleDatabases()).toEqual(['ga'])
})

test('a pattern of cookies does not match a storage key of the same name', () => {
  const { blocksCookie, isStale, staleDatabases } = registry({
    unblockedBy: ANALYTICS,
    cookies: ['cookie'],
    storage: ['key'],
    databases: ['database'],
  })
  expect(['cookie', 'key', 'database'].filter(blocksCookie)).toEqual(['cookie'])
  expect(['cookie', 'key', 'database'].filter(name => isStale('storage', name))).toEqual(['key'])
  expect(staleDatabases()).toEqual(['database'])
})

test('staleDatabases returns the databases of blocked services only', () => {
  const { grant, staleDatabases } = registry(
    { unblockedBy: ANALYTICS, databases: ['a', 'b'] },
    { unblockedBy: MARKETING, databases: ['c'] },
    { unblockedBy: 'always', databases: ['d'] },
  )
  expect(staleDatabases()).toEqual(['a', 'b', 'c'])
  grant({ analytics: true })
  expect(staleDatabases()).toEqual(['c'])
})

/** A service that is granted, and what the registry says of its address, cookie and database. */
const chat = () => {
  const { blocksCookie, isBlocked, isStale, reaches, staleDatabases, ...rules } = registry({
    ...of(CHAT, 'chat.test'),
    cookies: ['chat'],
    databases: ['chat'],
  })
  const state = () => ({
    isBlocked: isBlocked(CHAT),
    reaches: reaches('chat.test'),
    blocksCookie: blocksCookie('chat'),
    isStale: isStale('cookies', 'chat'),
    databases: staleDatabases(),
  })
  return { ...rules, state }
}

test('a failed service stays blocked whatever is granted, and its cookies and data are swept', () => {
  const { block, grant, state, unblock } = chat()
  grant({ analytics: true })
  block(CHAT, 'failed')
  const failed = { isBlocked: true, reaches: false, blocksCookie: true, isStale: true }
  expect(state()).toEqual({ ...failed, databases: ['chat'] })
  // The service is blocked and unblocked as at a withdrawal and a new grant.
  block(CHAT, 'starting')
  unblock(CHAT)
  expect(state()).toEqual({ ...failed, databases: ['chat'] })
})

test('a starting service stays blocked until unblock(), and its cookies and data are kept', () => {
  const { block, grant, state, unblock } = chat()
  block(CHAT, 'starting')
  expect(state()).toMatchObject({ isStale: true })
  grant({ analytics: true })
  const starting = { isBlocked: true, reaches: false, blocksCookie: true, isStale: false }
  expect(state()).toEqual({ ...starting, databases: [] })
  unblock(CHAT)
  expect(state()).toMatchObject({ isBlocked: false, reaches: true, blocksCookie: false })
})

test('a refused or starting service blocks only its own rules', () => {
  const { block, grant, isBlocked, reaches } = registry(
    { unblockedBy: CHAT, hosts: ['chat.test'] },
    { unblockedBy: SURVEY, hosts: ['survey.test'] },
  )
  grant({ analytics: true }, ['analytics/Chat'])
  expect(reaches('chat.test')).toBe(false)
  expect(reaches('survey.test')).toBe(true)
  expect([isBlocked(CHAT), isBlocked(SURVEY), isBlocked(ANALYTICS)]).toEqual([true, false, false])
  grant({ analytics: true })
  block(CHAT, 'starting')
  expect([isBlocked(CHAT), isBlocked(SURVEY)]).toEqual([true, false])
})
