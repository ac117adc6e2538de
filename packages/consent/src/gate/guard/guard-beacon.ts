import type { DeniedCategory } from './guard.ts'
import type { Intercept } from './intercept.ts'
import { readAddress } from './read-address.ts'

/** Answers a refused `sendBeacon` with `true`, as if it were under way. */
export const guardBeacon = (patch: Intercept, deniedCategory: DeniedCategory): void =>
  patch(
    Navigator.prototype,
    'sendBeacon',
    (_, args) => deniedCategory(readAddress(args)) !== undefined && (() => true),
  )
