import type { Service } from '@spaceone/consent-core'
import { enterGate } from './gate.ts'
import { matchesAddress } from './match-address.ts'
import { sweepCookies } from './sweep/sweep-cookies.ts'

/** When to sweep again after a withdrawal, in milliseconds: a tag at work may write once more. */
const SWEEP_AGAIN = 1000

/** What a host says of a service of its own. */
export interface ServiceOptions extends Omit<Service, 'attach'> {
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
 */
export const service = (options: ServiceOptions): Service => ({
  ...options,
  attach(consent, category = options.category ?? '') {
    const context = { consent, category }
    // The state, not `isGranted`: a consent that is destroyed stops, but withdraws nothing.
    const sweepIfDenied = () => {
      if (!consent.$state.get().granted[category]) sweepCookies(options.cookies)
    }
    const stopRunning = consent.whenGranted(category, () => {
      options.start(context)
      return () => {
        options.stop(context)
        sweepIfDenied()
        setTimeout(sweepIfDenied, SWEEP_AGAIN)
      }
    })
    sweepIfDenied()
    const leave = enterGate(
      consent,
      url =>
        !consent.isGranted(category) && options.match.some(pattern => matchesAddress(pattern, url)),
    )
    return () => {
      stopRunning()
      leave()
    }
  },
})
