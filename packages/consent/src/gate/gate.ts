import type { AnyConsent } from '../core/index.ts'
import { callIn } from '../shared/call-in.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { quietly } from '../shared/quietly.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { startGuard } from './guard/guard.ts'
import { startHeldMarkup } from './held/start-held-markup.ts'
import { type AddressMatcher, addressMatcher, takeApart } from './match-address.ts'
import { cookieRank } from './match-cookie.ts'
import { sweepCookies, sweepStorage } from './sweep.ts'

/** What somebody behind the gate calls its own; the lists are those of `Service`. */
export interface Claim {
  /** The category that opens it; an empty text never does. @default open to everybody */
  readonly category?: string | undefined
  /** The service of the category, which may be off by itself. @default the category decides */
  readonly name?: string | undefined
  readonly match?: readonly string[] | undefined
  readonly cookies?: readonly string[] | undefined
  readonly storage?: readonly string[] | undefined
  /** It may bring these in; where somebody else claims them, that claim decides. @default false */
  readonly isGuest?: boolean | undefined
}

/** What somebody behind the gate can do. */
export interface Pass {
  /** Why some of the claim cannot be read; the rest of it is behind the gate. */
  readonly fault: unknown
  /** Blocks its service from now on, whatever is granted, and deletes what is stored of it. */
  block(): void
  /** Deletes what is stored of everybody who is denied now: once for each state of the consent. */
  sweep(): void
  leave(): void
}

/** A claim, its addresses read. */
interface Member extends Claim {
  readonly matchers: readonly AddressMatcher[]
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
  /** What stands for the service. */
  readonly key: string
}

/** One consent's gate: who is behind it, and what takes it down. */
interface Gate {
  readonly members: Set<Member>
  /** Denies a service, `category/name`, whatever is granted, and deletes what is stored of it. */
  readonly block: (key: string) => void
  /** Deletes what is stored of everybody who is denied now: once for each state of the consent. */
  readonly sweep: () => void
  readonly stop: () => void
}

/** When to sweep again, in seconds: a tag at work may write once more. */
const SWEEP_AGAIN = 1

/** Makes the closest claim of a guest less close than any of a member's own. */
const GUEST = 1e-9

const gates = new WeakMap<AnyConsent, Gate>()

/**
 * Goes behind the gate of a consent: the first to come starts guard and held mark-up, the last to
 * leave stops them. Never throws for a claim that cannot be read, see `Pass.fault`.
 *
 * @param given What the page is kept from while its category is denied. @default nothing
 */
export const enterGate = (consent: AnyConsent, given: Claim = {}): Pass => {
  const claim = ownCopy(given)
  let fault: unknown
  const { category = '', name } = claim
  const member: Member = Object.assign(claim, {
    matchers: textsOf(claim.match).flatMap(pattern => {
      try {
        return addressMatcher(pattern)
      } catch (error) {
        fault = error
        return []
      }
    }),
    cookies: textsOf(claim.cookies),
    storage: textsOf(claim.storage),
    key: keyOf(category, name),
  })
  const gate = gates.get(consent) ?? startGate(consent)
  gate.members.add(member)
  return {
    fault,
    block: () => gate.block(member.key),
    sweep: gate.sweep,
    leave() {
      if (!gate.members.delete(member) || gate.members.size > 0) return
      gate.stop()
      gates.delete(consent)
    },
  }
}

/** Returns a list of texts, whatever has been given for one. */
const textsOf = (list: unknown): string[] => [list ?? []].flat().map(String)

const startGate = (consent: AnyConsent): Gate => {
  const members = new Set<Member>()
  const blocked = new Set<string>()

  /**
   * Gives the category, or the service of one as `category/name`, that denies something, if one
   * does: the closest claim decides, and among several that are as close, one that is denied. An
   * empty text denies for good.
   *
   * @param ranksOf How close each of a member's patterns comes; 0 when it is not meant.
   */
  const denying = (ranksOf: (member: Member) => readonly number[]): string | undefined => {
    let closest = 0
    let denied: string | undefined
    for (const member of members) {
      const rank = Math.max(0, ...ranksOf(member)) * (member.isGuest ? GUEST : 1)
      if (rank === 0 || rank < closest) continue
      if (rank > closest) denied = undefined
      closest = rank
      const { category, key } = member
      if (category === undefined) continue
      // Another page may have withdrawn it a moment ago.
      consent.refresh()
      // By the state, not `isGranted`: a category that does not exist is denied, and no error.
      const isDenied = (one: string) => !allows(consent.$state.get(), one)
      denied = blocked.has(key) ? '' : ([category, key].find(isDenied) ?? denied)
    }
    return denied
  }

  const deniedAt = (url: URL) => {
    const address = takeApart(url)
    return denying(({ matchers }) => matchers.map(rankOf => rankOf(address)))
  }
  const isRefused = (list: 'cookies' | 'storage') => (name: string) =>
    denying(member => member[list].map(pattern => cookieRank(pattern, name))) !== undefined

  const held = startHeldMarkup(consent, deniedAt)
  const stopGuard = startGuard({ ...held, deniedAt, isCookieRefused: isRefused('cookies') })
  const sweepNow = () =>
    quietly(() => {
      sweepCookies(isRefused('cookies'))
      sweepStorage(isRefused('storage'))
    })
  /** The state for which has been swept. */
  let swept: unknown
  const gate = {
    members,
    block(key: string) {
      blocked.add(key)
      swept = undefined
      gate.sweep()
    },
    sweep() {
      const state = consent.$state.get()
      if (state === swept) return
      swept = state
      sweepNow()
      callIn(SWEEP_AGAIN, sweepNow)
    },
    stop() {
      stopGuard()
      held.stop()
    },
  }
  gates.set(consent, gate)
  return gate
}
