import type { DeniedCategory } from './guard.ts'
import type { Intercept } from './intercept.ts'

/** Answers a refused `sendBeacon` with `true`, as if it were under way. */
export const guardBeacon = (patch: Intercept, deniedCategory: DeniedCategory): void =>
  patch(
    Navigator.prototype,
    'sendBeacon',
    (_, address: unknown) => deniedCategory(address) !== undefined && (() => true),
  )
