import { IS_TAG } from './build.ts'
import { quietly } from './errors.ts'

/** The longest delay, in seconds. A longer one would end wrongly after a sleep of the machine. */
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

/** The longest wait for a frame, in seconds. Browsers draw none in a hidden page or iframe. */
const LONGEST_FRAME = 1

/**
 * Runs a function in a task after the page's next frame: the browser first answers the click.
 *
 * @see https://web.dev/articles/optimize-inp#yield-to-allow-rendering-work-to-occur-sooner
 */
export const afterNextFrame = <Result>(run: () => Result): Promise<Awaited<Result>> =>
  new Promise<void>(resolve => {
    callIn(globalThis.document?.hidden ? 0 : LONGEST_FRAME, resolve)
    globalThis.requestAnimationFrame?.(() => callIn(0, resolve))
  }).then(run) as Promise<Awaited<Result>>
