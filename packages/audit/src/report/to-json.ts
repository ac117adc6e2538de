import type { Verdict } from '../judge/verdict.ts'

/** Returns a verdict as JSON, with all evidence. */
export const toJson = (verdict: Verdict): string => `${JSON.stringify(verdict, null, 2)}\n`
