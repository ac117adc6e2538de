/** What the placeholder of a held iframe says. */
export interface PlaceholderText {
  /** Where the content comes from, `{source}`, and what showing it means: it allows `{purpose}`. */
  readonly lead: string
  /** The same for a box that is too small for it. */
  readonly short: string
  /** Said in place of both where the visitor cannot allow it. */
  readonly unavailable: string
  /** Stands for a source that has no host name. */
  readonly elsewhere: string
  readonly allow: string
  readonly preferences: string
  /** The known categories, in the banner's words. */
  readonly purposes: Readonly<Record<string, string>>
}
