import type { Verdict } from './verdict.ts'

/** Returns the exit code of the command: 0 for the outcome `holds`, 1 for `fails`, else 3. */
export const exitCodeOf = ({ outcome }: Pick<Verdict, 'outcome'>): 0 | 1 | 3 =>
  outcome === 'holds' ? 0 : outcome === 'fails' ? 1 : 3
