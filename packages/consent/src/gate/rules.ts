import type { AnyConsent } from '../core/index.ts'
import { IS_TAG } from '../shared/is-tag.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { type Address, addressMatcher, type Parsed, takeApart } from './match-address.ts'
import { cookieMatcher } from './match-cookie.ts'

/** A rule: the addresses, cookies and stored data of a service, and when they are allowed. */
export interface Rule {
  /**
   * The category and service whose grant unblocks the rule; `always` for a rule that never blocks,
   * `never` for a rule that always blocks.
   */
  readonly unblockedBy: 'always' | 'never' | Owner
  /** Patterns of addresses, see `Service.match`. @default none */
  readonly hosts?: readonly string[] | undefined
  /** Cookies: exact names, or prefixes that end in `*`. @default none */
  readonly cookies?: readonly string[] | undefined
  /** Keys of `localStorage`: exact names, or prefixes that end in `*`. @default none */
  readonly storage?: readonly string[] | undefined
  /** Names of IndexedDB databases. @default none */
  readonly databases?: readonly string[] | undefined
  /** A shared rule ranks below one that a service owns. @default false */
  readonly isShared?: boolean | undefined
}

/** The category, and the service in it, that a rule belongs to. */
export interface Owner {
  readonly category: string
  readonly name?: string | undefined
}

/**
 * Returns how specifically a pattern matches a value: higher is more specific; 0 if it does not
 * match.
 */
type Matcher<Value> = (value: Value) => number

/** The type of value that each kind of pattern is compared with. */
interface Compared {
  readonly hosts: Address
  readonly cookies: string
  readonly storage: string
}

/** A rule whose patterns have been parsed. */
type Registered = Pick<Rule, 'unblockedBy' | 'isShared' | 'databases'> & {
  readonly [Kind in keyof Compared]: readonly Matcher<Compared[Kind]>[]
}

/** The registry of one consent's rules. */
export interface Rules {
  size(): number
  /** @returns `fault` is the error of an invalid pattern, if any; the valid patterns count. */
  register(rule: Rule): { readonly fault: unknown; dispose(): void }
  /**
   * Keeps a service blocked whatever is granted: `failed` until the page is left, `starting` until
   * `unblock` is called. The cookies and data of a service that is starting are not swept.
   */
  block(owner: Owner, why: 'failed' | 'starting'): void
  /** Ends the blocking of a service that was starting. */
  unblock(owner: Owner): void
  /** Says whether a service may not run now. */
  isBlocked(owner: Owner): boolean
  /**
   * Returns the category or service whose grant would unblock an address; `''` if no grant would;
   * `undefined` if the address is not blocked.
   */
  blockingAddress(url: Parsed): string | undefined
  /** Says whether a rule blocks the writing of a cookie. */
  blocksCookie(name: string): boolean
  /** Says whether a cookie or a key of `localStorage` has to be deleted. */
  isStale(kind: 'cookies' | 'storage', name: string): boolean
  /** Returns the names of the databases that have to be deleted. */
  staleDatabases(): readonly string[]
}

/** Factor that ranks every shared rule below every rule that a service owns. */
const SHARED = 1e-9

/**
 * Creates the registry. The most specific rule decides; among equally specific rules, one that
 * blocks.
 *
 * @param fresh Reads the inputs, at most once per burst of work, and returns the consent's state.
 */
export const createRules = (fresh: () => ReturnType<AnyConsent['$state']['get']>): Rules => {
  let rules: readonly Registered[] = []
  const blocked = { failed: new Set<string>(), starting: new Set<string>() }

  /**
   * Returns what would unblock a rule that blocks now, see `blockingAddress`.
   *
   * @param isSweep Whether stored data is checked: that of a service that is starting is kept.
   */
  const missingGrant = (
    unblockedBy: Rule['unblockedBy'],
    isSweep?: boolean,
  ): string | undefined => {
    if (unblockedBy === 'always') return undefined
    if (unblockedBy === 'never') return ''
    const { category, name } = unblockedBy
    const key = keyOf(category, name)
    if (blocked.failed.has(key)) return ''
    // Not `isGranted`, which throws in development: an unknown category is simply not granted.
    const state = fresh()
    // A page that is prerendered, or whose consent is destroyed, grants nothing, but keeps the data
    // that the record grants.
    if (isSweep && state.status === 'decided')
      return state.record?.c[category] === 1 && !state.without.includes(key) ? undefined : ''
    return (
      [category, key].find(one => !allows(state, one)) ??
      (blocked.starting.has(key) ? category : undefined)
    )
  }

  const blocking = <Kind extends keyof Compared>(
    kind: Kind,
    value: Compared[Kind],
    isSweep?: boolean,
  ) => {
    let closest = 0
    let found: string | undefined
    for (const rule of rules) {
      // A rule that always blocks ranks above every other one.
      const weight = rule.isShared ? SHARED : rule.unblockedBy === 'never' ? 1 / SHARED : 1
      for (const rankOf of rule[kind] as readonly Matcher<unknown>[]) {
        const rank = rankOf(value) * weight
        if (!rank || rank < closest) continue
        if (rank > closest) found = undefined
        closest = rank
        found ??= missingGrant(rule.unblockedBy, isSweep)
      }
    }
    return found
  }

  return {
    size: () => rules.length,
    register({ unblockedBy, isShared, hosts, cookies, storage, databases }) {
      let fault: unknown
      const read = <Value>(list: unknown, matcher: (pattern: string) => Matcher<Value>) =>
        listOf(list).flatMap(pattern => {
          try {
            return matcher(`${pattern}`)
          } catch (error) {
            fault = error
            return []
          }
        })
      const rule: Registered = {
        unblockedBy,
        isShared,
        databases: IS_TAG ? [] : listOf(databases),
        hosts: read(hosts, addressMatcher),
        cookies: read(cookies, cookieMatcher),
        storage: read(storage, cookieMatcher),
      }
      rules = [...rules, rule]
      return {
        fault,
        dispose() {
          rules = rules.filter(one => one !== rule)
        },
      }
    },
    block({ category, name }, why) {
      blocked[why].add(keyOf(category, name))
    },
    unblock({ category, name }) {
      blocked.starting.delete(keyOf(category, name))
    },
    isBlocked: owner => missingGrant(owner) !== undefined,
    blockingAddress: url => blocking('hosts', takeApart(url)),
    blocksCookie: name => blocking('cookies', name) !== undefined,
    isStale: (kind, name) => blocking(kind, name, true) !== undefined,
    staleDatabases: () =>
      // No service of the script tag has a database.
      (IS_TAG ? [] : rules).flatMap(({ unblockedBy, databases = [] }) =>
        missingGrant(unblockedBy, true) === undefined ? [] : databases,
      ),
  }
}

/** Returns a list for any value that a site has passed. */
const listOf = (list: unknown): string[] => [list ?? []].flat() as string[]
