/** The texts about the visitor's own record. */
export interface RecordText {
  /** Say why the visitor is asked again. Shown before the first sentence of the banner. */
  readonly again: {
    /**
     * Shown if the policy has changed, before the list of changes. `{before}` is the version of the
     * last answer.
     */
    readonly outdated: string
    /** Shown if the answer has expired. `{before}` is the day of the answer. */
    readonly expired: string
    /** Shown if the answer does not cover a category that the banner asks about now. */
    readonly decided: string
  }
  /** Shown if the visitor has not made a choice. */
  readonly none: string
  /** Shown if the policy has changed since the visitor's choice. */
  readonly outdated: string
  /** Shown if the visitor's choice has expired. */
  readonly expired: string
  readonly allowed: string
  readonly refused: string
  /** Shown in place of the list if no purpose was granted, or if none was refused. */
  readonly nothing: string
  readonly decidedAt: string
  readonly expiresAt: string
  readonly version: string
  readonly how: string
  readonly methods: Readonly<Record<string, string>>
  readonly where: string
  readonly surfaces: Readonly<Record<string, string>>
  readonly signal: string
  readonly hash: string
  readonly count: string
  readonly download: string
  /** Label of the element that opens the question about erasing everything. */
  readonly erase: string
  /** The explanation in this question: what erasing means. */
  readonly aboutErase: string
  /** Label of the button that erases everything. */
  readonly eraseNow: string
  /** Shown after everything has been erased. */
  readonly erased: string
}
