import { MOST_NOTES } from '../shared/defaults.ts'
import { call } from './interceptors/intercept.ts'
import { type Noted, notes } from './ledger.ts'

/**
 * Notes for the ledger what the gate has let through or blocked, or a warning. Does nothing without
 * a ledger. While `inspect.js` has not loaded, a note above `MOST_NOTES` replaces the oldest.
 *
 * @param rule The pattern of the rule that decided.
 * @param blockedBy See `Rules.blockingAddress`.
 */
export const note = (
  kind: Noted[2],
  value: Noted[3],
  rule?: string | undefined,
  blockedBy?: string | undefined,
): void => {
  if (notes && notes.push([Date.now(), call, kind, value, rule, blockedBy]) > MOST_NOTES)
    notes.shift()
}
