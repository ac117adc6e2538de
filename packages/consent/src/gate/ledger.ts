import type { AnyConsent } from '../core/index.ts'
import { noteWarnings, warn } from '../options/warn.ts'
import { quietly } from '../shared/quietly.ts'
import type { Address } from './match-address.ts'

/** A call of a built-in. The stack of the error shows where the page called it. */
type Call = readonly [by: string, error: Error]

/**
 * Something that the gate has let through or blocked, or a warning: the time, the call of the page
 * that an interceptor answers, the kind, the address or name, the pattern of the rule that decided,
 * and what `Rules.blockingAddress` returns.
 */
export type Noted = readonly [
  at: number,
  call: Call | undefined,
  kind: 'address' | 'cookie' | 'storage' | 'warning',
  value: Address | string,
  rule?: string | undefined,
  blockedBy?: string | undefined,
]

type WithoutTime<Whole> = Whole extends readonly [unknown, unknown, ...infer Rest] ? Rest : never

/**
 * Notes what the gate has let through or blocked. Never throws. `undefined` while this copy of the
 * SDK keeps no ledger.
 */
export let note: ((...about: WithoutTime<Noted>) => void) | undefined

/**
 * Remembers the call of a built-in that an interceptor is about to answer, or `undefined` after it.
 * Returns the call of before, since an answer may call another built-in. `undefined` while this copy
 * of the SDK keeps no ledger.
 */
export let noteCall: ((call: Call | undefined) => Call | undefined) | undefined

/**
 * Starts to note, and loads `inspect.js`, which makes the ledger from the notes. Does nothing unless
 * the options or the address of the page ask for it. Never throws.
 */
export const startLedger = (consent: AnyConsent): void =>
  quietly(() => {
    const { debug, debugHosts } = consent.options
    const { hostname, search } = location
    const isAsked =
      search.includes('consent-debug') &&
      (/(^|\.)localhost$/.test(hostname) ||
        `127.0.0.1 [::1] ${debugHosts}`.split(/[\s,]+/).includes(hostname))
    // `test` converts `true` to a text.
    if (!/^(true)?$/.test(debug as string) && !isAsked) return
    const notes: Noted[] = []
    let call: Call | undefined
    note = (...about) => quietly(() => notes.push([Date.now(), call, ...about]))
    noteCall = next => {
      const before = call
      call = next
      return before
    }
    noteWarnings(note)
    import('../inspect/start-inspector.ts')
      .then(({ startInspector }) => startInspector(consent, notes))
      .catch(error => {
        note = undefined
        warn('missing-file', 'inspect.js', error)
      })
  })
