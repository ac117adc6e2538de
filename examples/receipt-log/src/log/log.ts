import type { Entry, Head } from '../chain.ts'
import type { LogFault } from '../check-log.ts'
import type { SumQuery, SumRow } from './sums.ts'

/** An event to be added to the log. */
export interface Submission {
  readonly id: string
  /** The event as canonical JSON. */
  readonly content: string
  /** End of the event's retention, in milliseconds since the epoch. */
  readonly until: number
  /** The sealed file of an audit. The content has the file's hash. @default it is an event */
  readonly file?: Uint8Array | undefined
}

/** The result of a verification of the chain, as it is stored. */
export interface Check {
  /** When the verification ended, in milliseconds since the epoch. */
  readonly time: number
  /** Sequence number and hash of the last link. With a fault, see `LogVerdict`. */
  readonly seq: number
  readonly hash: string
  /** The fault, see `LogFault`; empty if nothing was altered. */
  readonly fault: LogFault | ''
  /** With how many links that were noted, see `Note`, the chain was compared. */
  readonly links: number
  /** The highest sequence number of these links; 0 without any. */
  readonly linked: number
}

/** A link that somebody has stored in another place, so that the chain must still have it. */
export interface Note extends Head {
  /** When it was noted here, in milliseconds since the epoch. */
  readonly time: number
  /** Who has stored the link, and where. */
  readonly keeper: string
}

/**
 * The result for one event. `known`: the log had the event already. `other`: the log has other
 * content under the same id, so the event was not added.
 */
export type Outcome = 'added' | 'known' | 'other'

/**
 * What a program may do with a log. `create`: write to the log, and create its SQLite file if it is
 * missing. `write`: write to an existing file or database. Both create missing tables, and bring
 * tables of version 0.1 up to date. `read`: change nothing; this also opens a log of version 0.1.
 */
export type Access = 'create' | 'write' | 'read'

/** The smallest and the largest sequence number of some entries. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** Stores the chain. Each function rejects if the database fails. */
export interface Log {
  /**
   * Adds events in one transaction. When the promise has resolved, the events are on the disk, and
   * survive the end of the process and a power failure.
   *
   * @param time The present time, in milliseconds since the epoch.
   * @returns One result for each event, in the same order.
   */
  append(submissions: readonly Submission[], time: number): Promise<readonly Outcome[]>
  /** Returns the last link; `GENESIS` for an empty log. */
  head(): Promise<Head>
  /** Returns the entries after a sequence number, in order, at most `limit` of them. */
  after(seq: number, limit: number): Promise<readonly Entry[]>
  /**
   * Returns an invalid sequence number of a row, see `isSeq`; `undefined` if the numbers of all
   * rows are valid.
   */
  invalidSeq(): Promise<string | undefined>
  /**
   * Returns the entries that give or end a receipt, in order. Leaves out entries whose content is
   * deleted.
   */
  ofReceipt(receipt: string): Promise<readonly Entry[]>
  /**
   * Deletes the content of entries whose retention has ended. The links stay.
   *
   * @param now The present, in milliseconds since the epoch.
   * @returns The number of deleted contents.
   */
  forget(now: number): Promise<number>
  /** Returns whether the record of any entry has the hash of this notice. */
  namesNotice(h: string): Promise<boolean>
  /** Returns the text of a notice; `undefined` if it is not stored. */
  notice(h: string): Promise<string | undefined>
  keepNotice(h: string, text: string): Promise<void>
  /** Returns the hashes of all stored notices, sorted. */
  notices(): Promise<readonly string[]>
  /**
   * Adds up the sums of a query. Sums are stored with each event, and stay after the event's content
   * is deleted.
   */
  sums(query: SumQuery): Promise<readonly SumRow[]>
  /**
   * Returns the smallest and the largest sequence number of the entries that were stored in a time,
   * `from` included and `to` excluded, in milliseconds since the epoch; `undefined` if there are none.
   */
  span(from: number, to: number): Promise<Span | undefined>
  /** Returns the entries of all audits, in order; none for a log of version 0.1. */
  audits(): Promise<readonly Entry[]>
  /** Returns the sealed file of the audit with a sequence number; `undefined` if there is none. */
  auditFile(seq: number): Promise<Uint8Array | undefined>
  keepCheck(check: Check): Promise<void>
  /** Returns the result of the last verification; `undefined` if there was none. */
  lastCheck(): Promise<Check | undefined>
  keepNote(note: Note): Promise<void>
  /** Returns the links that were noted, the latest first. */
  notes(): Promise<readonly Note[]>
  close(): Promise<void>
}
