import { groupBy } from '../judge/group-by.ts'
import type { Evidence } from '../judge/verdict.ts'
import type { PhaseName, SeenRequest } from '../seen.ts'

type RequestEvidence = Extract<Evidence, { readonly kind: 'request' }>

/**
 * Requests of one method to one address without query, after the same answer of the visitor in one
 * phase; all of them held, or none.
 */
export interface MergedRequests {
  readonly phase: PhaseName
  readonly address: string
  readonly first: SeenRequest
  readonly last: SeenRequest
  readonly count: number
}

/** Merges requests alike in phase, answer, method, address without query, and being held. */
export const mergeRequests = (all: readonly RequestEvidence[]): readonly MergedRequests[] =>
  [...groupBy(all, mergeKey).values()].map(same => {
    const requests = same.map(({ request }) => request).sort((one, other) => one.at - other.at)
    const [first = same[0].request] = requests
    return {
      phase: same[0].phase,
      address: addressOf(first.url),
      first,
      last: requests.at(-1) ?? first,
      count: requests.length,
    }
  })

/** Returns an address without its query and fragment. */
export const addressOf = (url: string): string => url.replace(/[?#].*$/s, '')

const mergeKey = ({ phase, request }: RequestEvidence): string =>
  JSON.stringify([phase, request.answer, request.method, addressOf(request.url), request.isHeld])
