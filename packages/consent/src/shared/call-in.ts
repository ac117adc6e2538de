import { IS_TAG } from './is-tag.ts'
import { quietly } from './quietly.ts'

/**
 * The longest delay of a timer, in seconds. A long timer would come too late or too early if the
 * clock was changed or the machine was asleep.
 */
const HOUR = 3600

/**
 * Calls a function after a delay in seconds, and catches its errors. A delay of more than an hour is
 * cut to an hour. Does nothing on a server, where there is no document.
 *
 * @returns A function that cancels the call.
 */
export const callIn = (seconds: number, run: () => unknown): (() => void) => {
  if (!IS_TAG && !(globalThis as { readonly document?: object }).document) return () => {}
  const timer = setTimeout(() => quietly(run), Math.min(seconds, HOUR) * 1000)
  return () => clearTimeout(timer)
}
