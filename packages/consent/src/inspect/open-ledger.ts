import type { Noted } from '../gate/ledger.ts'
import { MOST_NOTES } from '../shared/defaults.ts'

/** An address, cookie or key that the gate has let through or blocked, or a warning. */
export interface LedgerEntry {
  /** The time of the entry, in milliseconds since 1970. */
  readonly at: number
  readonly kind: 'address' | 'cookie' | 'storage' | 'warning'
  /**
   * The address without credentials, query or fragment, such as `https://a.test/hit`, or its scheme
   * alone if it has no host, such as `about:`; the name of the cookie or key; the code of the
   * warning.
   */
  readonly what: string
  /**
   * The built-in that the page called, such as `fetch` or `src`. Missing if no call caused the
   * entry, as with an element that was found in the HTML, a swept cookie or key, and most warnings.
   */
  readonly by?: string | undefined
  /**
   * The pattern of the rule that decided; `data-consent` if this attribute of the element decided;
   * missing if no rule matches.
   */
  readonly rule?: string | undefined
  /**
   * The category or service whose grant the address or name lacks, also the category of a granted
   * service that is starting; `''` if no grant can unblock it; missing if the gate has let it
   * through, and for a warning.
   */
  readonly blockedBy?: string | undefined
  /** The lines of the stack from the page's call on, without queries and fragments. */
  readonly stack?: string | undefined
}

/** The key of the symbol under which `window` has the ledger of all copies of the SDK. */
const LEDGER = '@spaceone/consent/ledger'

/**
 * Matches the beginning of a stack up to and with the lines of the interceptor: one line, and a
 * second of the same file. WebKit has one line, since it leaves out functions that end with a call.
 */
const OWN_LINES = /^(Error\b.*\n)?(.*?([^\s@(]+):\d+:\d+\)?|.*)\n(.*[\s@(]\3:\d+:\d+\)?\n)?/

/** Matches the queries and fragments of a stack's addresses. */
const QUERIES = /[?#][^\s)]*(?=:\d+:\d)/g

/** Makes an entry from a note. The entry has no property without a value. */
export const entryOf = ([at, call, kind, value, rule, blockedBy]: Noted): LedgerEntry => {
  const { protocol, whole, path } = typeof value === 'string' ? {} : value
  const address = whole ? `${protocol}//${whole}${path?.slice(0, -1)}` : protocol
  const [error, by] = call ?? []
  // A page may set `Error.prepareStackTrace`, which can return an array.
  const stack = by && `${error?.stack ?? ''}`.replace(OWN_LINES, '').replace(QUERIES, '')
  return {
    ...{ at, kind, what: address ?? `${value}` },
    ...(by && { by }),
    ...(rule && { rule }),
    ...(blockedBy !== undefined && { blockedBy }),
    ...(stack && { stack }),
  }
}

/**
 * Opens the ledger of the page, a plain array on `window`. Adds the notes that the gate has made so
 * far, and from now on each note at once. Leaves out keys that no rule names, and two kinds of
 * notes, but no warnings, that no call of the page caused: repetitions of an outcome, and notes of
 * cookies and keys that a sweep kept.
 *
 * @returns The ledger, a function that adds a note of the inspector itself, and, by the key, the
 *   first write of each key that no rule names, of at most `MOST_NOTES` keys.
 */
export const openLedger = (
  notes: Noted[],
): readonly [
  ledger: readonly LedgerEntry[],
  add: (note: Noted) => void,
  keys: ReadonlyMap<string, LedgerEntry>,
] => {
  const page = window as unknown as { [key: symbol]: LedgerEntry[] | undefined }
  const ledger = page[Symbol.for(LEDGER)] ?? []
  page[Symbol.for(LEDGER)] = ledger
  /** The last outcome of each address, cookie, key and warning. */
  const outcomes = new Map<string, string>()
  const keys = new Map<string, LedgerEntry>()
  const add = (note: Noted) => {
    const entry = entryOf(note)
    const { kind, what, by, rule, blockedBy } = entry
    // Skip the keys that no rule names, such as those of the SDK: pages write keys very often.
    if (kind === 'storage' && rule === undefined) {
      if (by && !keys.has(what) && keys.size < MOST_NOTES) keys.set(what, entry)
      return
    }
    const key = `${kind} ${what}`
    const isKnown = outcomes.get(key) === `${blockedBy}`
    outcomes.set(key, `${blockedBy}`)
    // Skip repetitions: the gate notes the elements of the page again and again, and each sweep
    // notes every cookie.
    if (!by && kind !== 'warning' && (isKnown || (kind !== 'address' && blockedBy === undefined)))
      return
    ledger.push(entry)
    if (ledger.length > MOST_NOTES) ledger.shift()
  }
  notes.splice(0).forEach(add)
  notes.push = (...more) => {
    more.forEach(add)
    return 0
  }
  return [ledger, add, keys]
}
