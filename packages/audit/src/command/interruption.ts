import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

interface Interruption {
  /** Is aborted by the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal
  /** The exit code after a signal, such as 130 after SIGINT; `undefined` without a signal. */
  code(): number | undefined
}

/**
 * Turns SIGINT, SIGTERM and SIGHUP into an aborted `signal`, so that the command can close the
 * browser and write what was seen. Further signals change nothing: closing has time limits.
 */
export const listenToSignals = (): Interruption => {
  const controller = new AbortController()
  let code: number | undefined
  for (const name of SIGNALS)
    process.on(name, () => {
      // A program that a signal has ended has the exit code 128 plus the signal's number.
      code ??= 128 + constants.signals[name]
      controller.abort()
    })
  return { signal: controller.signal, code: () => code }
}
