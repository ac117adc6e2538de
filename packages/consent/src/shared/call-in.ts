import { quietly } from './quietly.ts'

/**
 * The longest time that one timer runs, in seconds. A timer knows nothing of a clock that is set, nor
 * of the time that a machine sleeps.
 */
const HOUR = 3600

/**
 * Calls a function after a time, or after an hour if that is sooner. Never calls it where there is no
 * document, as on a server, or where `setTimeout` throws.
 *
 * @param run Must end its own errors.
 * @returns Cancels the call. Never throws.
 */
export const callIn = (seconds: number, run: () => void): (() => void) => {
  if (!(globalThis as { readonly document?: object }).document) return () => {}
  const timer = quietly(() => setTimeout(run, Math.min(seconds, HOUR) * 1000))
  return () => quietly(() => clearTimeout(timer))
}
