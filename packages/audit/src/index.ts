export { type AuditOptions, audit, type Progress } from './audit.ts'
export type {
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
  SeenCookie,
  SeenPage,
  SeenPhase,
  SeenRequest,
  SeenStorage,
} from './seen.ts'
