import type { History } from '../stored/history.ts'
import type { ConsentStorage } from '../stored/storage.ts'
import type { Signals } from './signals.ts'

/**
 * The storage, clock and signals that the store uses. Tests and servers can pass their own.
 */
export interface Ports {
  /** The storage of the record. @default the cookie of `options.cookie` */
  readonly storage?: ConsentStorage | undefined
  /** Returns the present, in whole seconds since the epoch. @default the system's clock */
  readonly now?: (() => number) | undefined
  /** The browser's Global Privacy Control. @default read from `navigator` */
  readonly signals?: Signals | undefined
}

/** The ports of the store, including ports that only the SDK itself passes. */
export interface InnerPorts extends Ports {
  /**
   * The earlier decisions. A store with this port is independent of the page: the store listens to
   * no event and sets no timer. @default the earlier decisions in `localStorage`
   */
  readonly history?: History | undefined
  /**
   * Whether an option is invalid. If so, nothing can be granted: the status is `restricted`, and
   * `restrict()` has no effect. A service that is marked as invalid has the same effect.
   * @default false
   */
  readonly isInvalid?: boolean | undefined
}
