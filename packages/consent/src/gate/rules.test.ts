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
    reaches: (address: string) => rules.blockingAddress(new URL(address)) === undefined,
    keeps: (kind: 'cookies' | 'storage', ...names: readonly string[]) =>
      names.filter(name => !rules.isStale(kind, name)),
  }
}

test('blocks an address of a rule until its category is granted', () => {
  const { grant, reaches } = registry({ unblockedBy: ANALYTICS, hosts: ['chat.test'] })
  expect(reaches('https://chat.test/')).toBe(false)
  expect(reaches('https://other.test/')).toBe(true)
  grant({ analytics: true })
  expect(reaches('https://chat.test/')).toBe(true)
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
  expect(reaches('https://chat.test/')).toBe(true)
  expect(reaches('https://ads.test/')).toBe(false)
})

test('a rule with an invalid pattern returns a fault, and its other patterns count', () => {
  const { reaches, results } = registry({
    unblockedBy: ANALYTICS,
    hosts: ['http://[', 'chat.test'],
  })
  expect(results[0]?.fault).toBeInstanceOf(TypeError)
  expect(reaches('https://chat.test/')).toBe(false)
  expect(reaches('https://other.test/')).toBe(true)
  expect(
    registry({ unblockedBy: ANALYTICS, hosts: ['chat.test'] }).results[0]?.fault,
  ).toBeUndefined()
})

test('accepts a string as a list of one pattern, and undefined as an empty list', () => {
  const rule = { unblockedBy: ANALYTICS, hosts: 'chat.test', cookies: null, storage: 7 }
  const { isStale, reaches } = registry(rule as never)
  expect(reaches('https://chat.test/')).toBe(false)
  expect(isStale('cookies', 'null')).toBe(false)
  expect(isStale('storage', '7')).toBe(true)
})

test('a rule of an unknown category blocks whatever is granted', () => {
  const { grant, reaches } = registry({ unblockedBy: { category: 'chat' }, hosts: ['chat.test'] })
  grant({ analytics: true, marketing: true })
  expect(reaches('https://chat.test/')).toBe(false)
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

test('the more specific of two rules for an address decides', () => {
  const { grant, reaches } = registry(
    { unblockedBy: ANALYTICS, hosts: ['*.google.test'] },
    { unblockedBy: MARKETING, hosts: ['ads.google.test/pixel'] },
  )
  grant({ marketing: true })
  expect(reaches('https://ads.google.test/pixel?id=1')).toBe(true)
  expect(reaches('https://ads.google.test/')).toBe(false)
  grant({ analytics: true })
  expect(reaches('https://ads.google.test/pixel?id=1')).toBe(false)
  expect(reaches('https://ads.google.test/')).toBe(true)
})

test.each([
  [ANALYTICS, MARKETING],
  [MARKETING, ANALYTICS],
])('among equally specific rules one that blocks decides: %j before %j', (first, second) => {
  const { grant, reaches } = registry(
    { unblockedBy: first, hosts: ['google.test'] },
    { unblockedBy: second, hosts: ['google.test'] },
  )
  grant({ analytics: true })
  expect(reaches('https://google.test/')).toBe(false)
  grant({ analytics: true, marketing: true })
  expect(reaches('https://google.test/')).toBe(true)
})

test('a rule that is always unblocked unblocks its own addresses below a wider rule that blocks', () => {
  const { reaches } = registry(
    { unblockedBy: ANALYTICS, hosts: ['google.test'] },
    { unblockedBy: 'always', hosts: ['google.test/gtag'] },
  )
  expect(reaches('https://google.test/gtag/js')).toBe(true)
  expect(reaches('https://google.test/collect')).toBe(false)
})

test('a rule that is always unblocked does not unblock an address of an equally specific rule that blocks', () => {
  const { reaches } = registry(
    { unblockedBy: 'always', hosts: ['google.test'] },
    { unblockedBy: ANALYTICS, hosts: ['google.test'] },
  )
  expect(reaches('https://google.test/')).toBe(false)
})

test('a rule that is never unblocked blocks whatever is granted, and its cookies and data are swept', () => {
  const { blocksCookie, grant, isStale, reaches, staleDatabases } = registry({
    unblockedBy: 'never',
    hosts: ['google.test/g?cid=1'],
    cookies: ['_ga'],
    databases: ['ga'],
  })
  grant({ analytics: true })
  expect(reaches('https://google.test/g?cid=1')).toBe(false)
  expect(reaches('https://google.test/g?cid=2')).toBe(true)
  expect([blocksCookie('_ga'), isStale('cookies', '_ga')]).toEqual([true, true])
  expect(staleDatabases()).toEqual(['ga'])
})

test('a shared rule blocks until its grant when no service owns the address', () => {
  const { grant, reaches } = registry({
    unblockedBy: MARKETING,
    hosts: ['google.test'],
    isShared: true,
  })
  expect(reaches('https://google.test/')).toBe(false)
  grant({ marketing: true })
  expect(reaches('https://google.test/')).toBe(true)
})

test('a shared rule ranks below an owned rule, however specific the shared rule is', () => {
  const { grant, reaches } = registry(
    { unblockedBy: MARKETING, hosts: ['www.google.test/g?tid=1'], isShared: true },
    { unblockedBy: ANALYTICS, hosts: ['*.google.test'] },
  )
  grant({ analytics: true })
  expect(reaches('https://www.google.test/g?tid=1')).toBe(true)
  grant({ marketing: true })
  expect(reaches('https://www.google.test/g?tid=1')).toBe(false)
})

test('the more specific of two shared rules decides', () => {
  const { grant, reaches } = registry(
    { unblockedBy: MARKETING, hosts: ['google.test'], isShared: true },
    { unblockedBy: 'always', hosts: ['google.test/pagead/js'], isShared: true },
  )
  expect(reaches('https://google.test/pagead/js/ads.js')).toBe(true)
  expect(reaches('https://google.test/pagead')).toBe(false)
  grant({ marketing: true })
  expect(reaches('https://google.test/pagead')).toBe(true)
})

test.each(['cookies', 'storage'] as const)(
  'the more specific of two rules for a name of %s decides',
  kind => {
    const { grant, keeps } = registry(
      { unblockedBy: ANALYTICS, [kind]: ['_g*'] },
      { unblockedBy: MARKETING, [kind]: ['_gcl_*'] },
    )
    grant({ marketing: true })
    expect(keeps(kind, '_ga', '_gcl_ls', 'cart')).toEqual(['_gcl_ls', 'cart'])
    grant({ analytics: true })
    expect(keeps(kind, '_ga', '_gcl_ls', 'cart')).toEqual(['_ga', 'cart'])
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

test('a failed service stays blocked whatever is granted, and its cookies and data are swept', () => {
  const { blocksCookie, block, grant, isBlocked, isStale, unblock, reaches, staleDatabases } =
    registry({
      unblockedBy: CHAT,
      hosts: ['chat.test'],
      cookies: ['chat'],
      databases: ['chat'],
    })
  grant({ analytics: true })
  block(CHAT, 'failed')
  expect(reaches('https://chat.test/')).toBe(false)
  expect([blocksCookie('chat'), isStale('cookies', 'chat'), isBlocked(CHAT)]).toEqual([
    true,
    true,
    true,
  ])
  expect(staleDatabases()).toEqual(['chat'])
  // The service is blocked and unblocked as at a withdrawal and a new grant.
  block(CHAT, 'starting')
  unblock(CHAT)
  expect(isBlocked(CHAT)).toBe(true)
})

test('a starting service stays blocked until unblock(), and its cookies and data are kept', () => {
  const { blocksCookie, block, grant, isBlocked, isStale, unblock, reaches, staleDatabases } =
    registry({
      unblockedBy: CHAT,
      hosts: ['chat.test'],
      cookies: ['chat'],
      databases: ['chat'],
    })
  block(CHAT, 'starting')
  expect(isStale('cookies', 'chat')).toBe(true)
  grant({ analytics: true })
  expect(reaches('https://chat.test/')).toBe(false)
  expect([blocksCookie('chat'), isStale('cookies', 'chat'), isBlocked(CHAT)]).toEqual([
    true,
    false,
    true,
  ])
  expect(staleDatabases()).toEqual([])
  unblock(CHAT)
  expect(reaches('https://chat.test/')).toBe(true)
  expect([blocksCookie('chat'), isBlocked(CHAT)]).toEqual([false, false])
})

test('a refused or starting service blocks only its own rules', () => {
  const { block, grant, isBlocked, reaches } = registry(
    { unblockedBy: CHAT, hosts: ['chat.test'] },
    { unblockedBy: SURVEY, hosts: ['survey.test'] },
  )
  grant({ analytics: true }, ['analytics/Chat'])
  expect(reaches('https://chat.test/')).toBe(false)
  expect(reaches('https://survey.test/')).toBe(true)
  expect([isBlocked(CHAT), isBlocked(SURVEY), isBlocked(ANALYTICS)]).toEqual([true, false, false])
  grant({ analytics: true })
  block(CHAT, 'starting')
  expect([isBlocked(CHAT), isBlocked(SURVEY)]).toEqual([true, false])
})
