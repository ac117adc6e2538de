/** A notice, and the hash of the words of the inventory from which the notice was drawn. */
export interface KeptNotice {
  /** The text over which the hash in a record is computed. */
  readonly text: string
  /**
   * The hash in `Inventory.wordsHashes` for the notice's language. What version 0.1 wrote has
   * `Inventory.hash` here. Missing if the inventory is unknown.
   */
  readonly inventory?: string | undefined
}

/**
 * Notices by their hash, as `notices.json` and `noticesOf` have them. In a table of version 0.1
 * each notice is its text alone.
 */
export type NoticeTable = Readonly<Record<string, KeptNotice | string>>
