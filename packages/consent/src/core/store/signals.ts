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
export const readSignals = (): Signals => {
  try {
    const { navigator } = globalThis as { navigator?: { globalPrivacyControl?: unknown } }
    return { gpc: navigator?.globalPrivacyControl === true }
  } catch {
    return { gpc: true }
  }
}
