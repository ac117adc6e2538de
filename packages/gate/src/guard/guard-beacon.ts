import type { IsRefused } from './guard.ts'
import { intercept } from './intercept.ts'

/** Answers a refused `sendBeacon` with `true`, as if it were under way. */
export const guardBeacon = (isRefused: IsRefused): (() => void) =>
  intercept(
    Navigator.prototype,
    'sendBeacon',
    (_, address: unknown) => isRefused(address) && (() => true),
  )
