/** What is said of what a visitor has chosen before. */
export interface RecordText {
  /** Why an answer is asked for again: stands in the banner before its first sentence. */
  readonly again: {
    /** The policy is another one; `{before}` is the version that was answered. What changed follows. */
    readonly outdated: string
    /** The answer has run out; `{before}` is the day when it was given. */
    readonly expired: string
    /** There is an answer, and it does not speak of what is asked now. */
    readonly decided: string
  }
  readonly how: string
  readonly methods: Readonly<Record<string, string>>
  readonly where: string
  readonly surfaces: Readonly<Record<string, string>>
  readonly signal: string
  readonly hash: string
  readonly count: string
  readonly download: string
  /** Opens the question whether everything is to be erased, */
  readonly erase: string
  /** which says what that means, */
  readonly aboutErase: string
  /** and the button that does it. */
  readonly eraseNow: string
  /** Said when it is done. */
  readonly erased: string
}
