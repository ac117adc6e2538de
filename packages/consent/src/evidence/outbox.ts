import type { warn } from '../options/warn.ts'

/** One decision to deliver: the name and the text of its entry. */
export type Waiting = readonly [name: string, text: string]

/** The decisions of a page that are still to be delivered. */
export interface Outbox {
  /**
   * The name of the outbox in `localStorage`. Each entry's name begins with this name and a full
   * stop.
   */
  readonly key: string
  /** Decisions that are not in `localStorage`, by entry name. */
  readonly memory: Record<string, string>
  /**
   * Returns all entries, unsorted and unchecked: any script on this origin may have written them.
   */
  waiting(): readonly Waiting[]
  /** Logs a warning for the site's developer. */
  readonly warn: typeof warn
}
