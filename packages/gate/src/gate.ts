import type { AnyConsent } from '@spaceone/consent-core'
import { startGuard } from './guard/guard.ts'
import { startHeldMarkup } from './held/start-held-markup.ts'

/** Says whether somebody behind the gate may not be reached at an address now. */
type Refuses = (url: URL) => boolean

/** One consent's gate: who is behind it, and what takes it down. */
interface Gate {
  readonly members: Set<Refuses>
  readonly stop: () => void
}

const gates = new WeakMap<AnyConsent, Gate>()

/**
 * Goes behind the gate of a consent: the first to come starts guard and held mark-up, the last to
 * leave stops them.
 *
 * @param refuses What the newcomer has to be kept from. @default nothing: held mark-up alone
 * @returns The undo.
 */
export const enterGate = (consent: AnyConsent, refuses: Refuses = () => false): (() => void) => {
  const gate = gates.get(consent) ?? startGate(consent)
  gate.members.add(refuses)
  return () => {
    gate.members.delete(refuses)
    if (gate.members.size > 0) return
    gate.stop()
    gates.delete(consent)
  }
}

const startGate = (consent: AnyConsent): Gate => {
  const members = new Set<Refuses>()
  const stopGuard = startGuard(url => [...members].some(refuses => refuses(url)))
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
