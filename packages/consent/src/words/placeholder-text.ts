/** The texts of the placeholder of a blocked iframe. */
export interface PlaceholderText {
  /**
   * Names the source of the content, `{source}`, and says that showing the content allows
   * `{purpose}`.
   */
  readonly lead: string
  /** The short form of `lead`, for a small placeholder. */
  readonly short: string
  /** Shown instead of `lead` and `short` if the visitor cannot allow the content. */
  readonly unavailable: string
  /** Replaces `{source}` if the address has no host name. */
  readonly elsewhere: string
  readonly allow: string
  readonly preferences: string
  /** The names of the known categories, as in the banner. */
  readonly purposes: Readonly<Record<string, string>>
}
