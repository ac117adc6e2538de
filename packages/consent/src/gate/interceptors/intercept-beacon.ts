import type { Intercept } from './intercept.ts'
import { readAddress } from './read-address.ts'
import type { OpenerOf } from './start-interceptors.ts'

/** Answers a blocked `sendBeacon` with `true`, as if the browser had queued it. */
export const interceptBeacon = (intercept: Intercept, openerOf: OpenerOf): void =>
  intercept(
    Object.getPrototypeOf(navigator) as Navigator,
    'sendBeacon',
    (_, args) => openerOf(readAddress(args)) !== undefined && (() => true),
  )
