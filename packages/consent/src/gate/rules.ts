import type { AnyConsent } from '../core/index.ts'
// Not from the index: the rules also block Google on a page where core and its libraries fail.
import { isGrantedIn } from '../core/store/state.ts'
import type { Declaration, Stored } from '../inventory/index.ts'
import { IS_TAG } from '../shared/build.ts'
import {
  type Address,
  addressMatcher,
  cookieMatcher,
  type Parsed,
  splitAddress,
} from '../shared/patterns.ts'
import { urlOf } from '../shared/platform.ts'
import { keyOf } from '../shared/services.ts'
import { note } from './ledger.ts'

/** A rule: the addresses, cookies and stored data of a service, and when they are allowed. */
export interface Rule extends Partial<Pick<Declaration, 'cookies' | 'storage' | 'databases'>> {
  /**
   * The category and service whose grant ends the block; `always` for a rule that never blocks,
   * `never` for a rule that always blocks.
   */
  readonly unblockedBy: 'always' | 'never' | Owner
  /** Patterns of addresses, see `Service.addresses`. @default none */
  readonly hosts?: readonly string[] | undefined
  /** Whether several services can own the patterns: such a rule ranks last. @default false */
  readonly isShared?: boolean | undefined
}

/** A category, or a service in it. */
export interface Owner {
  readonly category: string
  readonly name?: string | undefined
}

/**
 * Returns the category or service whose grant an address lacks, also the category of a granted
 * service that is starting; `''` if no grant can unblock it; `undefined` if it is not blocked.
 *
 * @param element The element that has or is about to get the address.
 * @param isSet Whether the element is only about to get the address. If so, its `data-consent` does
 *   not count.
 */
export type MissingGrant<At = Parsed> = (
  address: At,
  element?: Element,
  isSet?: boolean,
) => string | undefined

/** The type of value that each kind of pattern is compared with. */
interface Compared {
  readonly address: Address
  readonly cookie: string
  readonly storage: string
}

/** A pattern's text, and a function that returns how specifically it matches a value, or 0. */
type Pattern<Value> = readonly [text: string, rankOf: (value: Value) => number]

/** A rule whose patterns have been parsed. */
type Registered = Pick<Rule, 'unblockedBy' | 'isShared' | 'databases'> & {
  readonly [Kind in keyof Compared]: readonly Pattern<Compared[Kind]>[]
}

/** The registry of one consent's rules. */
export interface Rules {
  size(): number
  /** Registers a rule. `fault` is the error of an invalid pattern, if any. Valid ones work. */
  register(rule: Rule): { readonly fault: unknown; dispose(): void }
  /**
   * Blocks a service even if it is granted: with `failed` until the page is left, with `starting`
   * until `unblockService` is called. The data of a granted service that is starting is not swept.
   */
  blockService(owner: Owner, why: 'failed' | 'starting'): void
  unblockService(owner: Owner): void
  isBlocked(owner: Owner): boolean
  /** See `MissingGrant`. Only rules count. */
  missingGrant(url: Parsed): string | undefined
  /**
   * Says whether a rule blocks the writing of a cookie or of a key of `localStorage` or
   * `sessionStorage`. With `isSweep`, says whether what is stored has to be deleted.
   */
  blocksName(kind: 'cookie' | 'storage', name: string, isSweep?: boolean): boolean
  /** Returns the names of the databases to delete. With the script tag, the function is missing. */
  staleDatabases?(): readonly string[]
}

/** The factor that puts the rank of a shared rule below that of every rule that is not shared. */
const SHARED = 1e-9

/**
 * Creates the registry. The most specific rule decides. A rule with `never` ranks above all others,
 * a shared rule below. If rules of the same rank disagree, one that blocks decides.
 */
export const createRules = (fresh: () => ReturnType<AnyConsent['$state']['get']>): Rules => {
  let rules: readonly Registered[] = []
  const blocked: Record<'failed' | 'starting', readonly string[]> = { failed: [], starting: [] }

  const missingGrantOf = (
    unblockedBy: Rule['unblockedBy'],
    isSweep?: boolean,
  ): string | undefined => {
    if (unblockedBy === 'always') return undefined
    if (unblockedBy === 'never') return ''
    const { category, name } = unblockedBy
    const key = keyOf(category, name)
    if (blocked.failed.includes(key)) return ''
    // Not `isGranted`, which throws in development if the category is unknown.
    const state = fresh()
    // While a page is prerendered, or after `destroy()`, nothing is granted. The data of services
    // that the record grants stays.
    if (isSweep && state.status === 'decided')
      return state.record?.c[category] === 1 && !state.without.includes(key) ? undefined : category
    return (
      [category, key].find(one => !isGrantedIn(state, one)) ??
      (blocked.starting.includes(key) ? category : undefined)
    )
  }

  /** Returns the missing grant of the rule that decides, and notes the decision. */
  const missingGrantFor = <Kind extends keyof Compared>(
    kind: Kind,
    value: Compared[Kind],
    isSweep?: boolean,
  ) => {
    let closest = 0
    let missing: string | undefined
    let pattern: string | undefined
    for (const rule of rules) {
      const weight = rule.isShared ? SHARED : rule.unblockedBy === 'never' ? 1 / SHARED : 1
      for (const [text, rankOf] of rule[kind] as readonly Pattern<unknown>[]) {
        const rank = rankOf(value) * weight
        if (!rank || rank < closest) continue
        if (rank > closest) missing = undefined
        closest = rank
        if (missing === undefined) {
          missing = missingGrantOf(rule.unblockedBy, isSweep)
          pattern = text
        }
      }
    }
    note(kind, value, pattern, missing)
    return missing
  }

  const registry: Rules = {
    size: () => rules.length,
    register({ unblockedBy, isShared, hosts, cookies, storage, databases }) {
      let fault: unknown
      const read = <Value>(list: unknown, matcher: (pattern: string) => Pattern<Value>[1]) =>
        listOf<string & Partial<Stored>>(list).flatMap(row => {
          try {
            // `party: 'third'` is a cookie of another site, not the page's cookie of that name.
            const pattern = `${row.name ?? row}`
            return row.party === 'third' ? [] : [[pattern, matcher(pattern)] as const]
          } catch (error) {
            fault = error
            return []
          }
        })
      const rule: Registered = {
        unblockedBy,
        isShared,
        databases: IS_TAG ? [] : listOf(databases),
        address: read(hosts, addressMatcher(urlOf)),
        cookie: read(cookies, cookieMatcher),
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
    blockService({ category, name }, why) {
      blocked[why] = [...blocked[why], keyOf(category, name)]
    },
    unblockService({ category, name }) {
      blocked.starting = blocked.starting.filter(key => key !== keyOf(category, name))
    },
    isBlocked: owner => missingGrantOf(owner) !== undefined,
    missingGrant: url => missingGrantFor('address', splitAddress(url)),
    blocksName: (kind, name, isSweep) => missingGrantFor(kind, name, isSweep) !== undefined,
  }
  // No service of the script tag has a database.
  if (!IS_TAG)
    registry.staleDatabases = () =>
      rules.flatMap(({ unblockedBy, databases = [] }) =>
        missingGrantOf(unblockedBy, true) === undefined ? [] : databases,
      )
  return registry
}

/** Returns a list, also if the site has passed one value or none. */
const listOf = <Item = string>(list: unknown): Item[] => [list ?? []].flat() as Item[]
