import type { Signals } from './signals.ts'
import type { ConsentStorage } from './storage.ts'

/** What the store needs of its surroundings. Each has a default; tests hand in their own. */
export interface Ports {
  /** @default the cookie of `options.cookie` */
  readonly storage?: ConsentStorage | undefined
  /** The present, in whole seconds since the epoch. @default the system's clock */
  readonly now?: (() => number) | undefined
  /** @default the browser's */
  readonly signals?: Signals | undefined
}
