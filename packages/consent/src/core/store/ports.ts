import { quietly } from '../../shared/errors.ts'
import type { History } from '../record/history.ts'

/** Where the record is stored. Tests and sites can pass their own implementation. */
export interface ConsentStorage {
  /** Returns the record's value in each of its cookies: a browser can have several of one name. */
  read(): readonly string[]
  /**
   * Stores a value, at least until the page is left. An empty value deletes the stored value, with
   * any age. Must not throw.
   */
  write(value: string, maxAgeSeconds: number): void
}

/** Creates a storage in memory, for tests and servers, which has `values` at first. */
export const memoryStorage = (...values: readonly string[]): ConsentStorage => {
  let stored = values
  return {
    read: () => stored,
    write: value => {
      stored = [value]
    },
  }
}

/** The privacy signals that the browser sends for the visitor. */
export interface Signals {
  /** Global Privacy Control. */
  readonly gpc: boolean
}

/**
 * Reads the browser's signals. A signal that cannot be read counts as sent.
 *
 * @see https://w3c.github.io/gpc/#javascript-property-to-detect-preference
 */
export const readSignals = (): Signals => ({
  gpc: quietly(() => (globalThis as Page).navigator?.globalPrivacyControl === true) ?? true,
})

interface Page {
  readonly navigator?: { readonly globalPrivacyControl?: unknown }
}

/** The storage, clock and signals that the store uses. Tests and servers can pass their own. */
export interface Ports {
  /** @default the cookie of `options.cookie` */
  readonly storage?: ConsentStorage | undefined
  /** Returns the present, in whole seconds since the epoch. @default the system's clock */
  readonly now?: (() => number) | undefined
  /** @default read from `navigator` */
  readonly signals?: Signals | undefined
}

/** The ports of the store, including ports that only the SDK itself passes. */
export interface InnerPorts extends Ports {
  /**
   * A store with this port listens to no event of the page and sets no timer. @default the history
   * in `localStorage`
   */
  readonly history?: History | undefined
  /** Whether no service is attached and no decision delivered, as on a server. @default false */
  readonly isDetached?: boolean | undefined
  /** Whether an option is invalid, so that the consent can grant nothing. @default false */
  readonly isInvalid?: boolean | undefined
}
