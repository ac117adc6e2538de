import { callIn } from './call-in.ts'

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
