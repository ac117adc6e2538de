import { IS_TAG } from './build.ts'
import { quietly } from './errors.ts'

/** The longest delay, in seconds: a timer may be late by the time for which the machine slept. */
const HOUR = 3600

/**
 * Calls a function after a delay in seconds, at most an hour, and catches its errors. Does nothing
 * on a server. Returns a function that cancels the call.
 */
export const callIn = (seconds: number, run: () => unknown): (() => void) => {
  if (!IS_TAG && !(globalThis as { readonly document?: object }).document) return () => {}
  const timer = setTimeout(() => quietly(run), Math.min(seconds, HOUR) * 1000)
  return () => clearTimeout(timer)
}

/**
 * The longest wait until the browser draws a frame, in seconds. In a hidden page or iframe the
 * browser draws none.
 */
const LONGEST_FRAME = 1

/**
 * Runs a function in a task after the page's next frame, so that the browser first shows the effect
 * of a click; after a second, or in a hidden page at once, also without a frame.
 *
 * @see https://web.dev/articles/optimize-inp#yield-to-allow-rendering-work-to-occur-sooner
 */
export const afterNextFrame = <Result>(run: () => Result): Promise<Awaited<Result>> =>
  new Promise<void>(resolve => {
    callIn(globalThis.document?.hidden ? 0 : LONGEST_FRAME, resolve)
    globalThis.requestAnimationFrame?.(() => callIn(0, resolve))
  }).then(run) as Promise<Awaited<Result>>
