import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import type { Address } from '../shared/patterns.ts'
import type { Call } from './interceptors/intercept.ts'

/**
 * Something that the gate has let through or blocked, or a warning: the time, the call of the page
 * that an interceptor answers, the kind, the address, name or code, the pattern of the rule that
 * decided, and what `Rules.blockingAddress` returns.
 */
export type Noted = readonly [
  at: number,
  call: Call | undefined,
  kind: 'address' | 'cookie' | 'storage' | 'warning',
  value: Address | string,
  rule?: string | undefined,
  blockedBy?: string | undefined,
]

/**
 * The notes that `inspect.js` has not read yet. Once `inspect.js` has loaded, `push` of this array
 * passes each note to `inspect.js`. `undefined` while this copy of the SDK keeps no ledger.
 */
export let notes: Noted[] | undefined

/**
 * Starts to note, and loads `inspect.js`, which makes the ledger from the notes. Does nothing
 * unless the options or the address of the page ask for it.
 */
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
