import type { ConsentState } from '../../core/index.ts'

/**
 * Returns whether Global Privacy Control is honoured: the browser sends the signal, and the visitor
 * has granted nothing in spite of it.
 *
 * @see https://cppa.ca.gov/regulations/ — California's regulations, § 7025(c)(6), require a site
 *   to display whether it has honoured the signal.
 */
export const isHonoured = ({ signals, granted }: ConsentState<string>): boolean =>
  signals.gpc && !Object.values(granted).includes(true)
