import { firstLine } from '../first-line.ts'
import type { NotPlayed } from '../seen.ts'

/** The reason why a phase cannot be played to its end. */
export interface Stop {
  readonly reason: NotPlayed
  readonly detail?: string | undefined
}

const stops = new WeakMap<Error, Stop>()

/** Creates the error that ends a phase. */
export const stopPhase = (reason: NotPlayed, detail?: string): Error => {
  const error = new Error(detail ?? reason)
  stops.set(error, { reason, detail })
  return error
}

/** Returns why a phase has ended, from the error that it has thrown. */
export const stopOf = (error: unknown): Stop => {
  const known = error instanceof Error ? stops.get(error) : undefined
  return known ?? { reason: 'error', detail: firstLine(error) }
}
