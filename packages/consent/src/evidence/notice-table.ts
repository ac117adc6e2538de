/** A notice, and the hash of the inventory from which the notice was drawn. */
export interface KeptNotice {
  /** The text over which the hash in a record is computed. */
  readonly text: string
  /** See `Inventory.hash`. Missing if the inventory is unknown. */
  readonly inventory?: string | undefined
}

/**
 * Notices by their hash, as `notices.json` and `noticesOf` have them. In a table of version 0.1
 * each notice is its text alone.
 */
export type NoticeTable = Readonly<Record<string, KeptNotice | string>>
