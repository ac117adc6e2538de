import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { MOST_NOTES } from '../shared/defaults.ts'
import type { Address } from '../shared/patterns.ts'

/** A call that an interceptor answers. The stack of `error` shows where the page called `by`. */
type InterceptedCall = readonly [error: Error, by: string]

/**
 * Something that the gate has let through or blocked, or a warning: the time in milliseconds since
 * 1970, the call of the page if there is one, the kind, the address, name or code, the pattern of
 * the rule that decided, and what `MissingGrant` returns.
 */
export type Noted = readonly [
  at: number,
  call: InterceptedCall | undefined,
  kind: 'address' | 'cookie' | 'storage' | 'warning',
  value: Address | string,
  rule?: string | undefined,
  blockedBy?: string | undefined,
]

/**
 * The notes that `inspect.js` has not read yet; once it has loaded, it replaces `push`. `undefined`
 * without a ledger.
 */
export let notes: Noted[] | undefined

let call: InterceptedCall | undefined

/** Sets the call that an interceptor is answering from now on. Returns the earlier one. */
export const setCall = (next: InterceptedCall | undefined): InterceptedCall | undefined => {
  const outer = call
  call = next
  return outer
}

/** Adds a note, if there is a ledger. A note above `MOST_NOTES` replaces the oldest. */
export const note = (
  kind: Noted[2],
  value: Noted[3],
  rule?: string | undefined,
  blockedBy?: string | undefined,
): void => {
  if (notes && notes.push([Date.now(), call, kind, value, rule, blockedBy]) > MOST_NOTES)
    notes.shift()
}

/** Runs a function of the SDK itself. Until it returns, the ledger notes nothing. */
export const skipNotes = (run: () => void): void => {
  const skipping = notes
  notes = undefined
  try {
    run()
  } finally {
    notes = skipping
  }
}

/** Starts to note and loads `inspect.js` if `debug` or, on some hosts, the address asks for it. */
export const startLedger = (consent: AnyConsent): void => {
  const { debug, debugHosts } = consent.options
  const { hostname, search } = location
  const isAsked =
    search.includes('consent-debug') &&
    (/(^|\.)localhost$/.test(hostname) ||
      `127.0.0.1 [::1] ${debugHosts}`.split(/[\s,]+/).includes(hostname))
  // `test` converts `true` to a text.
  if (!(isAsked || /^(true)?$/.test(debug as string))) return
  notes = []
  const started = notes
  import('../inspect/start-inspector.ts')
    .then(({ startInspector }) => startInspector(consent, started))
    .catch(error => {
      notes = undefined
      warn('missing-file', 'inspect.js', error)
    })
}
