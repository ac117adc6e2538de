import type { AnyConsent, Service, Written } from '../core/index.ts'
import { attempt } from '../shared/attempt.ts'
import { callIn } from '../shared/call-in.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { warn } from '../shared/warn.ts'
import { checkService } from './check-service.ts'
import { enterGate } from './gate.ts'

// Bundlers put it in; written out where it is used, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** How long a start may take before that is reported, in seconds. */
const SLOW = 10

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
 * where a developer is looking. On a visitor's page such a service, and one of which `start` throws or
 * rejects, stays blocked on that page with all that it declares, whatever is granted, and its
 * category is not asked for.
 */
export const service = <Name extends string>(given: ServiceOptions<Name>): Service<Written<Name>> =>
  gated(ownCopy(given))

/**
 * Makes the service of `service`.
 *
 * @param begin Called as the service is attached, before it may start.
 * @param end Undoes what `begin` has done.
 */
export const gated = <Name extends string>(
  options: ServiceOptions<Name>,
  begin: (consent: AnyConsent, category: string) => void = () => {},
  end: () => void = () => {},
): Service<Written<Name>> => {
  let hasFailed: boolean
  return Object.assign(Object.create(null), options, {
    failed: () => hasFailed,
    attach(consent: AnyConsent, category = options?.category ?? '') {
      if (process.env.NODE_ENV !== 'production') checkService(options)
      // Refuses a category that does not exist before anything is put behind the gate.
      consent.isGranted(category)
      // A page may hand the same service to another consent later.
      hasFailed = false
      const pass = enterGate(consent, { ...options, category })
      const leave = () => {
        end()
        pass.leave()
      }
      /** Keeps all that the service declares blocked on this page. */
      const block = (error: unknown) => {
        hasFailed = true
        pass.block()
        warn(`Service "${options.name}" could not start and stays blocked.`)
        attempt(() => {
          throw error
        })
      }
      // Not before all services are behind the gate: two may call the same cookie their own.
      Promise.resolve().then(pass.sweep)
      try {
        if (pass.fault) throw pass.fault
        begin(consent, category)
      } catch (error) {
        if (process.env.NODE_ENV !== 'production') {
          leave()
          throw error
        }
        block(error)
        return leave
      }
      const context = { consent, category }
      const run = () => {
        // The visitor's own switch is the narrower word.
        if (options.refused?.()) return undefined
        startWatched(options.name, () => options.start(context)).catch(block)
        return () => {
          attempt(() => options.stop(context))
          pass.sweep()
        }
      }
      const stopRunning = consent.whenGranted(category, run, options.name)
      return () => {
        stopRunning()
        leave()
      }
    },
  })
}

/**
 * Starts a service. Warns when it comes to no end.
 *
 * @returns Rejects with what the start throws or rejects with.
 */
const startWatched = async (name: string, start: () => unknown): Promise<void> => {
  const isStarted = callIn(SLOW, () => warn(`${name} has not started`))
  try {
    await start()
  } finally {
    isStarted()
  }
}
