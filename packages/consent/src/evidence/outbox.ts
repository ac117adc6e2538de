/** What waits: its name, and its text. */
export type Waiting = readonly [name: string, text: string]

/** The decisions that wait to be delivered. Nothing here throws. */
export interface Outbox {
  /** Its own name in `localStorage`; what lies there has it, a full stop and more. */
  readonly key: string
  /** Gives what waits, oldest first: hostile text, anybody on this origin may have written it. */
  waiting(): readonly Waiting[]
  /** Takes one out for good. */
  drop(name: string): void
}
