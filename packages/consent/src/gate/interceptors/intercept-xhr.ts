import { INTERCEPTED } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import type { Intercept } from './intercept.ts'
import { readText } from './read-text.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** The answer to a blocked request. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** A request. `INTERCEPTED` has the arguments of its last `open`; after `abort`, none. */
type Request = XMLHttpRequest & { [INTERCEPTED]?: readonly unknown[] }

/** Answers a blocked `XMLHttpRequest` with an empty 204. */
export const interceptXhr = (intercept: Intercept, blockedBy: BlockedBy): void => {
  const prototype: Request = XMLHttpRequest.prototype
  intercept(prototype, 'open,abort', (request, args) => {
    readText(args, 1)
    // With another `this` the built-in throws.
    if (!request) return undefined
    // The page may open the same request again for another address: remove the empty answer that a
    // blocked request has got.
    for (const name in EMPTY_ANSWER) delete (request as unknown as Record<string, unknown>)[name]
    request[INTERCEPTED] = args
    return undefined
  })
  // Check at `send`: the visitor may have withdrawn the grant after `open`.
  intercept(prototype, 'send', request => {
    const opened = request?.[INTERCEPTED]
    if (!opened || blockedBy(readText(opened, 1)) === undefined) return undefined
    const [, , isAsync = true] = opened
    const answerIfWaiting = () => {
      if (request[INTERCEPTED] === opened) answer(request)
    }
    return () => void (isAsync ? callIn(0, answerIfWaiting) : answerIfWaiting())
  })
}

const answer = (request: XMLHttpRequest): void => {
  for (const [name, value] of Object.entries(EMPTY_ANSWER))
    Object.defineProperty(request, name, { __proto__: null, configurable: true, value } as object)
  for (const type of ['readystatechange', 'load', 'loadend'])
    request.dispatchEvent(new ProgressEvent(type))
}
