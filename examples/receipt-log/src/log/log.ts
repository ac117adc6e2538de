import type { Entry, Head } from '../chain.ts'

/** An event on its way into the log. */
export interface Submission {
  readonly id: string
  /** Canonical JSON. */
  readonly content: string
  /** Until when it is kept, in milliseconds since the epoch. */
  readonly until: number
}

/** What became of a submission; `other`: its id is taken by another content, and it was not added. */
export type Outcome = 'added' | 'known' | 'other'

/** Where the chain is kept. Each function rejects when the database refuses. */
export interface Log {
  /**
   * Adds events in one transaction. When it resolves they survive the loss of the process and of the
   * machine's power.
   *
   * @param time The present, in milliseconds since the epoch.
   * @returns In the order of the submissions.
   */
  append(submissions: readonly Submission[], time: number): Promise<readonly Outcome[]>
  /** Gives the last link; `GENESIS` of an empty log. */
  head(): Promise<Head>
  /** Gives the next entries after a place in the chain, in order. */
  after(seq: number, limit: number): Promise<readonly Entry[]>
  /** Gives the entries that give or end a receipt, in order. */
  ofReceipt(receipt: string): Promise<readonly Entry[]>
  /**
   * Deletes the content of entries whose retention has ended; their links stay.
   *
   * @param now The present, in milliseconds since the epoch.
   * @returns How many there were.
   */
  forget(now: number): Promise<number>
  /** Says whether an entry's record names a notice. */
  namesNotice(h: string): Promise<boolean>
  /** Gives a notice's text, where it is kept. */
  notice(h: string): Promise<string | undefined>
  keepNotice(h: string, text: string): Promise<void>
  /** Gives the hashes of all notices that are kept, sorted. */
  notices(): Promise<readonly string[]>
  close(): Promise<void>
}
