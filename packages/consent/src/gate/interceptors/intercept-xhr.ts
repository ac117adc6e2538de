import { callIn } from '../../shared/call-in.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Intercept } from './intercept.ts'
import { INTERCEPTED } from './intercepted.ts'
import { readAddress } from './read-address.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** The answer to a blocked request. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** The arguments with which the page called `open`. */
interface Opened {
  readonly address: string
  readonly isAsync: boolean
}

/** A request that may have been opened. */
type Request = XMLHttpRequest & { [INTERCEPTED]?: Opened | undefined }

/** Answers a blocked `XMLHttpRequest` with an empty 204. */
export const interceptXhr = (intercept: Intercept, blockedBy: BlockedBy): void => {
  const prototype: Request = XMLHttpRequest.prototype
  intercept(prototype, 'open', (request, args) => {
    // The page may open the same request again for another address: remove the earlier answer.
    for (const name in EMPTY_ANSWER) delete (request as unknown as Record<string, unknown>)[name]
    const [, , isAsync = true] = args
    request[INTERCEPTED] = { address: readAddress(args, 1), isAsync: !!isAsync }
    return undefined
  })
  intercept(prototype, 'abort', request => {
    request[INTERCEPTED] = undefined
    return undefined
  })
  // Check at `send`: the visitor may have withdrawn the grant after `open`.
  intercept(prototype, 'send', request => {
    const opened = request[INTERCEPTED]
    if (!opened || blockedBy(opened.address) === undefined) return undefined
    const answerIfWaiting = () => {
      if (request[INTERCEPTED] === opened) quietly(() => answer(request))
    }
    return () => void (opened.isAsync ? callIn(0, answerIfWaiting) : answerIfWaiting())
  })
}

const answer = (request: XMLHttpRequest): void => {
  for (const [name, value] of Object.entries(EMPTY_ANSWER))
    Object.defineProperty(request, name, { __proto__: null, configurable: true, value } as object)
  for (const type of ['readystatechange', 'load', 'loadend'])
    request.dispatchEvent(new ProgressEvent(type))
}
