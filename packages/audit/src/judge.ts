export { readEvidence } from './evidence/read.ts'
export { type SealOptions, sealEvidence } from './evidence/seal.ts'
export {
  type Verification,
  type Verified,
  type VerifyOptions,
  verifyEvidence,
} from './evidence/verify.ts'
export { readInventory } from './inventory/read-inventory.ts'
export { acceptFindings, readAcceptances } from './judge/accept.ts'
export { type Comparison, compareVerdicts, type ReportOptions } from './judge/compare.ts'
export { judge } from './judge/judge.ts'
export { exitCodeOf } from './judge/outcome-of.ts'
export type {
  Acceptance,
  Contact,
  Evidence,
  Finding,
  OpenReason,
  Outcome,
  RuleName,
  Standing,
  StoredItem,
  Verdict,
} from './judge/verdict.ts'
export { toHtml } from './report/to-html.ts'
export { toJson } from './report/to-json.ts'
export { type MarkdownOptions, toMarkdown } from './report/to-markdown.ts'
export { toSarif } from './report/to-sarif.ts'
export { type TerminalOptions, toTerminal } from './report/to-terminal.ts'
export type { Language } from './report/words/words-of.ts'
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
