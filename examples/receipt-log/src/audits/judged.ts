import { verifyEvidence } from '@spaceone/consent-audit/judge'
import { failingTagsIn } from '../../../../packages/audit/src/report/whole-of.ts'
import type { Log } from '../log/log.ts'
import { verdictOf } from './read-audit.ts'

/** What the screen's lists say about an audit, which only its sealed file has. */
export interface Judged {
  /** How many breaches the report names. */
  readonly breaches: number
  /** The version of the policy in the inventory; missing if the audit had no inventory. */
  readonly version?: string | undefined
}

/** What was judged already, by the sequence number of the audit's entry. */
const CACHE = new WeakMap<object, Map<number, Judged>>()

/**
 * Judges a stored audit as its report does, once in a process.
 *
 * @returns `undefined` if the sealed file is missing or cannot be read.
 */
export const judgedAudit = async (
  log: Pick<Log, 'auditFile'>,
  seq: number,
): Promise<Judged | undefined> => {
  const cache = CACHE.get(log) ?? new Map<number, Judged>()
  CACHE.set(log, cache)
  const known = cache.get(seq)
  if (known) return known
  const file = await log.auditFile(seq)
  if (!file) return undefined
  // Judging takes some milliseconds: let the server answer others between two audits.
  await new Promise(resolve => setImmediate(resolve))
  try {
    const verdict = verdictOf(verifyEvidence(file).files)
    const judged = { breaches: failingTagsIn(verdict).length, version: verdict.policy?.version }
    cache.set(seq, judged)
    return judged
  } catch {
    return undefined
  }
}
