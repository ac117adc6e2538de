import type { ModuleAt } from './script/constants.ts'

/** The kinds of things that a source can show: what it stores, whom it contacts, what it installs. */
type TraceKind = 'cookie' | 'storage' | 'host' | 'package'

/** One place of a source that stores something, contacts a host, or names a package. */
export interface Trace {
  readonly kind: TraceKind
  /** Name of a cookie, key or package, or an address; `*` ends a name that the source completes. */
  readonly what: string
  /** The line in the file; the first line is 1. */
  readonly line: number
}

/** A comment `consent-ignore-next-line`. */
export interface IgnoreComment {
  /** The line of the comment's end. The comment is about the next line. */
  readonly line: number
  /** The code of the findings that the comment ignores; an empty text if it names none. */
  readonly code: string
  readonly reason: string
}

/** What one file stores, contacts and imports, and its comments that ignore findings. */
export interface FileTraces {
  readonly traces: Trace[]
  /** Writes of cookies and keys whose names the source computes, so that they are not compared. */
  readonly computed: Omit<Trace, 'what'>[]
  readonly ignores: IgnoreComment[]
  /** Texts in the file that may be markup or scripts, to be read after the file itself. */
  readonly inline: InlineText[]
  readonly moduleAt: ModuleAt
}

/** A text in a script that may be markup or a script itself. */
interface InlineText {
  readonly kind: 'markup' | 'script'
  readonly text: string
  readonly line: number
}

/** Creates the lists that reading a file fills. */
export const createTraces = (moduleAt: ModuleAt): FileTraces => ({
  ...{ traces: [], computed: [], ignores: [], inline: [], moduleAt },
})

const IGNORE = /^[\s*]*consent-ignore-next-line(?![-\w])\s*(\S*)\s*([\s\S]*?)\s*$/

/** Adds a comment to the lists if it is a `consent-ignore-next-line`. */
export const readComment = (into: FileTraces, text: string, line: number): void => {
  const [found, code = '', reason = ''] = IGNORE.exec(text) ?? []
  if (found !== undefined) into.ignores.push({ line, code, reason })
}
