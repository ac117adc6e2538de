export { type AuditOptions, audit, type Progress } from './audit.ts'
export { readInventory } from './inventory/read-inventory.ts'
export { exitCodeOf } from './judge/exit-code-of.ts'
export { judge } from './judge/judge.ts'
export type {
  Contact,
  Evidence,
  Finding,
  Outcome,
  RuleName,
  Standing,
  Stored,
  Verdict,
} from './judge/verdict.ts'
export { toHtml } from './report/to-html.ts'
export { toJson } from './report/to-json.ts'
export { type TerminalOptions, toTerminal } from './report/to-terminal.ts'
export type { Language } from './report/words/report-words.ts'
export type {
  Act,
  Answer,
  Collector,
  Initiator,
  Moment,
  NotPlayed,
  PhaseName,
  Screenshot,
  Seen,
  SeenAnswer,
  SeenBanner,
  SeenClick,
  SeenCookie,
  SeenPage,
  SeenPhase,
  SeenRequest,
  SeenScript,
  SeenStorage,
} from './seen.ts'
