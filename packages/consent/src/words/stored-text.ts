/** The texts of the tables of cookies and storage keys. */
export interface StoredText {
  readonly columns: readonly [
    name: string,
    kind: string,
    purpose: string,
    kept: string,
    setBy: string,
  ]
  readonly kinds: Readonly<Record<'first' | 'third' | 'storage' | 'database', string>>
  readonly session: string
  readonly untilDeleted: string
  /** A lifetime, `{time}`, that begins again at each visit. */
  readonly renewed: string
  readonly thisSite: string
  /** Who sets a first-party cookie for a recipient, `{company}`. */
  readonly forCompany: string
  /** The purposes of cookies, storage keys and databases of ours and of Google's, by name. */
  readonly stored: Readonly<Record<string, string>>
}
