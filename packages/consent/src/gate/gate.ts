import { type AnyConsent, runWhile } from '../core/index.ts'
import { noteWarnings } from '../options/warn.ts'
import { quietly } from '../shared/errors.ts'
import { keyOf } from '../shared/services.ts'
import { afterNextFrame, callIn } from '../shared/timers.ts'
import { type BlockedMarkup, startBlockedMarkup } from './blocked-markup/start-blocked-markup.ts'
import { startInterceptors } from './interceptors/start-interceptors.ts'
import { note, startLedger } from './ledger.ts'
import { createRules, type Owner, type Rules } from './rules.ts'
import { sweep } from './sweep.ts'

/** Blocks and unblocks the services of one consent. The interceptors run while there is a rule. */
export interface Gate
  extends Pick<Rules, 'register' | 'blockService' | 'unblockService' | 'isBlocked'> {
  /**
   * Runs a service while it is granted: now, if it is granted already, and after the next frame at
   * each later grant. Stops the service as soon as it is no longer granted.
   *
   * @param run May return a function that stops the service.
   * @param isEager Whether each later grant calls `run` at once: `run` itself waits for the frame.
   * @returns Dispose function: stops the service and unsubscribes.
   */
  follow(owner: Owner, run: () => unknown, isEager?: boolean): () => void
}

/** The seconds until the second sweep. A running tag may write a cookie after the first sweep. */
const SWEEP_AGAIN = 1

const gates = new WeakMap<AnyConsent, Gate>()

/** Returns the gate of a consent. The first call creates the gate. */
export const gateOf = (consent: AnyConsent): Gate => {
  const gate = gates.get(consent) ?? createGate(consent)
  gates.set(consent, gate)
  return gate
}

const createGate = (consent: AnyConsent): Gate => {
  const { $state } = consent
  // Read before the first call, since a library may replace it later.
  const { queueMicrotask: later } = globalThis
  let isFresh = false
  /**
   * Returns the state. Reads the stored record again, at most once until the next microtask
   * checkpoint, so a withdrawal in another tab counts from the next task on.
   */
  const freshState = () => {
    if (!isFresh) {
      later(() => {
        isFresh = false
      })
      isFresh = true
      consent.refresh()
    }
    return $state.get()
  }
  const rules = createRules(freshState)
  /** For each service, a function that stops it or, with `mayStart` or `isEager`, starts it. */
  const services = new Set<(mayStart?: boolean) => void>()
  let markup: BlockedMarkup | undefined
  let stop: (() => void) | undefined
  /** Resolves when the services have been started after the last change of the state. */
  let started: Promise<void> | undefined
  /** The state for which cookies and storage were last deleted. */
  let swept: unknown

  /** Runs at each change of the state. The order is fixed. */
  const onState = () => {
    for (const follow of services) follow()
    sweepOnce()
    // Blocks iframes at once, and unblocks markup after `started`.
    markup?.update()
    started = afterNextFrame(() => {
      freshState()
      for (const follow of services) follow(true)
    })
  }

  /** Sweeps, now and after `SWEEP_AGAIN` seconds, once for each state. */
  const sweepOnce = () => {
    if (!stop || swept === $state.get()) return
    swept = $state.get()
    sweep(rules)
    callIn(SWEEP_AGAIN, () => sweep(rules))
  }

  const start = () => {
    startLedger(consent)
    noteWarnings(note)
    // If a page has broken a built-in that the search for markup needs, the interceptors still start.
    markup = quietly(() => startBlockedMarkup(consent, rules.missingGrant, () => started))
    const stopInterceptors = startInterceptors({ ...rules, ...markup })
    const unlisten = $state.listen(onState)
    // Wait for the rules of all services, since two rules may match the same cookie.
    Promise.resolve().then(sweepOnce)
    return () => {
      stopInterceptors()
      markup?.stop()
      unlisten()
    }
  }

  return {
    ...rules,
    register(rule) {
      const { fault, dispose } = rules.register(rule)
      stop ??= start()
      return {
        fault,
        dispose() {
          dispose()
          if (rules.size() > 0) return
          stop?.()
          stop = undefined
        },
      }
    },
    follow({ category, name }, run, isEager) {
      const setRunning = runWhile(run)
      const follow = (mayStart?: boolean) => {
        const isGranted = consent.isGranted(keyOf(category, name))
        if (isEager || mayStart || !isGranted) setRunning(isGranted)
      }
      services.add(follow)
      follow(true)
      return () => {
        services.delete(follow)
        setRunning(false)
      }
    },
    blockService(owner, why) {
      rules.blockService(owner, why)
      if (why === 'failed') {
        swept = undefined
        sweepOnce()
      }
    },
    unblockService(owner) {
      rules.unblockService(owner)
      markup?.update()
    },
  }
}
