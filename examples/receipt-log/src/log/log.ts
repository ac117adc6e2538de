import type { Entry, Head } from '../chain.ts'

/** An event to be added to the log. */
export interface Submission {
  readonly id: string
  /** The event as canonical JSON. */
  readonly content: string
  /** End of the event's retention, in milliseconds since the epoch. */
  readonly until: number
}

/**
 * The result for an added event. `other` means that the log has other content under the same id,
 * and the event was not added.
 */
export type Outcome = 'added' | 'known' | 'other'

/**
 * What a program does with a log. `create` and `write` bring the tables up to date; only `create`
 * creates a missing log. `read` changes nothing, and also opens a log of version 0.1.
 */
export type Access = 'create' | 'write' | 'read'

/** Stores the chain. Each function rejects when the database fails. */
export interface Log {
  /**
   * Adds events in one transaction. Once the promise resolves, the events survive the end of the
   * process and a power failure.
   *
   * @param time The present time, in milliseconds since the epoch.
   * @returns One result for each event, in the same order.
   */
  append(submissions: readonly Submission[], time: number): Promise<readonly Outcome[]>
  /** Returns the last link; `GENESIS` for an empty log. */
  head(): Promise<Head>
  /** Returns the entries after a sequence number, in order. */
  after(seq: number, limit: number): Promise<readonly Entry[]>
  /** Returns the sequence number of a row that no entry can have, if there is such a row. */
  invalidSeq(): Promise<string | undefined>
  /** Returns the entries that give or end a receipt, in order. */
  ofReceipt(receipt: string): Promise<readonly Entry[]>
  /**
   * Deletes the content of entries whose retention has ended. The links stay.
   *
   * @param now The present, in milliseconds since the epoch.
   * @returns The number of deleted contents.
   */
  forget(now: number): Promise<number>
  /** Returns whether any entry's record names a notice. */
  namesNotice(h: string): Promise<boolean>
  /** Returns the text of a notice, if it is stored. */
  notice(h: string): Promise<string | undefined>
  keepNotice(h: string, text: string): Promise<void>
  /** Returns the hashes of all stored notices, sorted. */
  notices(): Promise<readonly string[]>
  close(): Promise<void>
}
