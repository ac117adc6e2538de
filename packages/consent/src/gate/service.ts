import type { Service, Written } from '../core/index.ts'
import { attempt } from '../shared/attempt.ts'
import { callIn } from '../shared/call-in.ts'
import { warn } from '../shared/warn.ts'
import { checkService } from './check-service.ts'
import { enterGate, type Pass } from './gate.ts'

// Bundlers put it in; written out where it is used, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** How long a start may take before that is reported, in seconds. */
const SLOW = 10

/** When to sweep again after a withdrawal, in seconds: a tag at work may write once more. */
const SWEEP_AGAIN = 1

/** What a host says of a service of its own. */
export interface ServiceOptions<Name extends string = string>
  extends Omit<Service<Name>, 'attach'> {
  /** The category that lets it run. @default the one under whose `services` it stands */
  readonly category?: string | undefined
}

/**
 * Puts anything that can be started and stopped behind the gate.
 *
 * ```ts
 * service({
 *   name: 'Chat',
 *   match: ['chat.example'],
 *   cookies: ['chat_*'],
 *   start: () => openChat(),
 *   stop: () => closeChat(),
 * })
 * ```
 *
 * What cannot work, such as an address in `match` that is none, is a ConsentError of `createConsent`,
 * where a developer is looking; on a visitor's page the service stays off. A `start` that throws, or
 * gives a promise that does not settle, is reported and holds up nothing.
 */
export const service = <Name extends string>(
  options: ServiceOptions<Name>,
): Service<Written<Name>> => ({
  ...options,
  attach(consent, category = options?.category ?? '') {
    if (process.env.NODE_ENV !== 'production') checkService(options)
    // Refuses a category that does not exist before anything is put behind the gate.
    consent.isGranted(category)
    let pass: Pass
    try {
      pass = enterGate(consent, { ...options, category })
    } catch (error) {
      // Its name may be what cannot be read.
      attempt(() => warn(`${options?.name} stays off.`, error))
      return () => {}
    }
    // Not before everybody is behind the gate: two may call the same cookie their own.
    Promise.resolve().then(pass.sweep)
    const context = { consent, category }
    const run = () => {
      // The visitor's own switch is the narrower word.
      if (options.refused?.()) return undefined
      startWatched(options.name, () => options.start(context))
      return () => {
        attempt(() => options.stop(context))
        pass.sweep()
        callIn(SWEEP_AGAIN, pass.sweep)
      }
    }
    const stopRunning = consent.whenGranted(category, run, options.name)
    return () => {
      stopRunning()
      pass.leave()
    }
  },
})

/** Starts a service. Reports it when that fails, at once or later, or comes to no end. */
const startWatched = async (name: string, start: () => unknown): Promise<void> => {
  const isStarted = callIn(SLOW, () => warn(`${name} has not started`))
  try {
    await start()
  } catch (error) {
    attempt(() => {
      throw error
    })
  }
  isStarted()
}
