import { type AnyConsent, attempt } from '@spaceone/consent-core'
import { startGuard } from './guard/guard.ts'
import { startHeldMarkup } from './held/start-held-markup.ts'
import { matchesAddress } from './match-address.ts'

/** Somebody behind the gate. */
interface Member {
  readonly category: string
  /** Its addresses, as in `Service`. */
  readonly match: readonly string[]
}

/** One consent's gate: who is behind it, and what takes it down. */
interface Gate {
  readonly members: Set<Member>
  readonly stop: () => void
}

const gates = new WeakMap<AnyConsent, Gate>()

/** Nobody to be kept from anything: held mark-up alone. */
const NOBODY = { category: '', match: [] }

/**
 * Goes behind the gate of a consent: the first to come starts guard and held mark-up, the last to
 * leave stops them.
 *
 * @returns The undo.
 */
export const enterGate = (consent: AnyConsent, newcomer: Member = NOBODY): (() => void) => {
  const gate = gates.get(consent) ?? startGate(consent)
  const member = { ...newcomer }
  gate.members.add(member)
  return () => {
    gate.members.delete(member)
    if (gate.members.size > 0) return
    gate.stop()
    gates.delete(consent)
  }
}

const startGate = (consent: AnyConsent): Gate => {
  const members = new Set<Member>()
  const isRefused = (url: URL) =>
    [...members].some(
      ({ match, category }) =>
        // A pattern that cannot be read may mean this address.
        attempt(() => match.some(pattern => matchesAddress(pattern, url))) !== false &&
        !consent.isGranted(category),
    )
  const stopGuard = startGuard(isRefused)
  const stopHeld = startHeldMarkup(consent)
  const gate = {
    members,
    stop: () => {
      stopGuard()
      stopHeld()
    },
  }
  gates.set(consent, gate)
  return gate
}
