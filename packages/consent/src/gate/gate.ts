import type { AnyConsent } from '../core/index.ts'
import { quietly } from '../shared/quietly.ts'
import { allows, keyOf } from '../shared/service-key.ts'
import { startGuard } from './guard/guard.ts'
import { startHeldMarkup } from './held/start-held-markup.ts'
import { type AddressMatcher, addressMatcher, takeApart } from './match-address.ts'
import { cookieRank } from './match-cookie.ts'
import { sweepCookies, sweepStorage } from './sweep.ts'

/** What somebody behind the gate calls its own; the lists are those of `Service`. */
export interface Claim {
  /** The category that opens it. @default open to everybody */
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
  /** Deletes what is stored of everybody who is denied now. */
  sweep(): void
  leave(): void
}

/** A claim, its addresses read. */
interface Member extends Claim {
  readonly matchers: readonly AddressMatcher[]
  /** What stands for the service. */
  readonly key: string
}

/** One consent's gate: who is behind it, and what takes it down. */
interface Gate {
  readonly members: Set<Member>
  readonly sweep: () => void
  readonly stop: () => void
}

/** Makes the closest claim of a guest less close than any of a member's own. */
const GUEST = 1e-9

const gates = new WeakMap<AnyConsent, Gate>()

/**
 * Goes behind the gate of a consent: the first to come starts guard and held mark-up, the last to
 * leave stops them.
 *
 * @param claim What the page is kept from while its category is denied. @default nothing
 * @throws TypeError when something of the claim cannot be read.
 */
export const enterGate = (consent: AnyConsent, claim: Claim = {}): Pass => {
  const { category = '', name, match = [], cookies, storage } = claim
  // Whatever cannot be read is found out here, and not at each cookie that the page writes.
  const member = { ...claim, matchers: match.map(addressMatcher), key: keyOf(category, name) }
  for (const list of [cookies, storage]) list?.map(pattern => cookieRank(pattern, ''))
  const gate = gates.get(consent) ?? startGate(consent)
  gate.members.add(member)
  return {
    sweep: gate.sweep,
    leave() {
      gate.members.delete(member)
      if (gate.members.size > 0) return
      gate.stop()
      gates.delete(consent)
    },
  }
}

const startGate = (consent: AnyConsent): Gate => {
  const members = new Set<Member>()

  /**
   * Gives the category, or the service of one as `category/name`, that denies something, if one
   * does: the closest claim decides, and among several that are as close, one that is denied.
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
      denied = [category, key].find(isDenied) ?? denied
    }
    return denied
  }

  const deniedAt = (url: URL) => {
    const address = takeApart(url)
    return denying(({ matchers }) => matchers.map(rankOf => rankOf(address)))
  }
  const isRefused = (list: 'cookies' | 'storage') => (name: string) =>
    denying(member => (member[list] ?? []).map(pattern => cookieRank(pattern, name))) !== undefined

  const held = startHeldMarkup(consent, deniedAt)
  const stopGuard = startGuard({ ...held, deniedAt, isCookieRefused: isRefused('cookies') })
  const gate = {
    members,
    sweep: () =>
      quietly(() => {
        sweepCookies(isRefused('cookies'))
        sweepStorage(isRefused('storage'))
      }),
    stop() {
      stopGuard()
      held.stop()
    },
  }
  gates.set(consent, gate)
  return gate
}
