import type { Intercept } from './intercept.ts'
import { readText } from './read-text.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** Answers a blocked `sendBeacon` with `true`, as if the browser had queued it. */
export const interceptBeacon = (intercept: Intercept, blockedBy: BlockedBy): void =>
  intercept(
    Object.getPrototypeOf(navigator) as Navigator,
    'sendBeacon',
    (_, args) => blockedBy(readText(args)) !== undefined && (() => true),
  )
