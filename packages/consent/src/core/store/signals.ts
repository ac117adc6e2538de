import { quietly } from '../../shared/errors.ts'

/** The privacy signals that the browser sends for the visitor. */
export interface Signals {
  /** Global Privacy Control. */
  readonly gpc: boolean
}

interface Page {
  readonly navigator?: { readonly globalPrivacyControl?: unknown }
}

/**
 * Reads the browser's signals. A signal that cannot be read counts as sent.
 *
 * @see https://w3c.github.io/gpc/#javascript-property-to-detect-preference
 */
export const readSignals = (): Signals => ({
  gpc: quietly(() => (globalThis as Page).navigator?.globalPrivacyControl === true) ?? true,
})
