/** The codes of findings in sources, which stay the same in later versions. */
export const SOURCE_CODES = [
  'undeclared-cookie',
  'undeclared-storage',
  'undeclared-host',
  'undeclared-package',
  'invalid-ignore',
] as const

/** The code of a finding in a source. */
type SourceCode = (typeof SOURCE_CODES)[number]

/** Something in a source that no service of the inventory declares, or an invalid comment. */
export interface SourceFinding {
  readonly code: SourceCode
  readonly file: string
  /** The first line of a file is 1. */
  readonly line: number
  /** The cookie, the key, the host or the package; the code in a comment, for `invalid-ignore`. */
  readonly what: string
  /** The collector that the host or package belongs to, or to which the name points. */
  readonly collector?: string | undefined
  /** Sentences that say what is wrong, and what to do. */
  readonly message: string
}

/** A file that was left out, and why. */
export interface LeftOut {
  readonly file: string
  readonly reason: string
}

/** What was found in sources. */
export interface SourceReport {
  readonly findings: readonly SourceFinding[]
  /** The number of files that were read. */
  readonly files: number
  readonly leftOut: readonly LeftOut[]
  /** Writes whose names the sources compute, so that they were not compared. */
  readonly computed: readonly Pick<SourceFinding, 'file' | 'line'>[]
}
