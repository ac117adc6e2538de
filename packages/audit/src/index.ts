export { type AuditOptions, audit, type Progress } from './audit.ts'
// Whoever audits also judges: the entry `judge` has the names that need no browser.
export * from './judge.ts'
