import type { PhaseName } from '../seen.ts'

/** The phases in the order of the report. */
export const PHASES: readonly PhaseName[] = ['no-choice', 'refuse', 'accept', 'withdraw']
