import type { Declaration, Item, NotStated, Recipient, Stored, Texts } from './declaration.ts'

/** A declaration with loaded texts, and with lists where one value or none may be declared. */
export interface InventoryService extends Omit<Declaration<Texts>, 'databases'> {
  /** The category that the visitor decides on; missing where the service is necessary. */
  readonly category?: string | undefined
  /**
   * Whether data was sent without a grant, too. Only an inventory of version 0.1 can have `true`, for
   * a tag of Google with `mode: 'advanced'`, which later versions do not have.
   */
  readonly withoutGrant?: true | undefined
  readonly recipients: readonly Recipient<Texts>[] | NotStated
  readonly collects: readonly Item<Texts>[]
  readonly cookies: readonly Stored<Texts>[]
  readonly storage: readonly Stored<Texts>[]
  readonly databases: readonly Stored<Texts>[]
}

/** What a site collects: its named services and the SDK, under one version of its policy. */
export interface Inventory {
  readonly policy: {
    readonly version: string
    /** The day on which the version came into force, `YYYY-MM-DD`. */
    readonly effective?: string | undefined
  }
  readonly services: readonly InventoryService[]
  /** Hash of the facts, see `hashesOf`. Missing without `crypto.subtle`, as on most http pages. */
  readonly hash?: string | undefined
  /**
   * The hashes of the facts with their words in one language, by language: what visitors read. An
   * inventory of version 0.1 has none.
   */
  readonly wordsHashes?: Readonly<Record<string, string>> | undefined
}

/**
 * An inventory that was made earlier, also by version 0.1, as it is or as it was read from a JSON
 * file, where TypeScript gives a literal text the type `string`.
 */
export interface KeptInventory extends Pick<Inventory, 'hash' | 'wordsHashes'> {
  readonly policy: { readonly version: string }
  readonly services: readonly { readonly name: string }[]
}
