import { IS_TAG } from './build.ts'
import { quietly } from './errors.ts'

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

/**
 * The longest time to wait for the next frame, in seconds. Browsers draw no frame in a page that is
 * hidden in the meantime or in an iframe that is out of view, and a page may have replaced
 * `requestAnimationFrame`.
 */
const LONGEST_FRAME = 1

/**
 * Runs a function once, in a task after the page's next frame, so that the browser shows the
 * answer to a click first. In a hidden page, which has no frames, the function runs in the next
 * task.
 *
 * @returns Resolves with the function's result.
 * @see https://web.dev/articles/optimize-inp#yield-to-allow-rendering-work-to-occur-sooner
 */
export const afterNextFrame = <Result>(run: () => Result): Promise<Awaited<Result>> =>
  new Promise<void>(resolve => {
    callIn(globalThis.document?.hidden ? 0 : LONGEST_FRAME, resolve)
    globalThis.requestAnimationFrame?.(() => callIn(0, resolve))
  }).then(run) as Promise<Awaited<Result>>
