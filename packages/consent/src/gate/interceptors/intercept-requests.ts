import { INTERCEPTED } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import type { MissingGrant } from '../rules.ts'
import { type Intercept, readText } from './intercept.ts'

/** The properties that a blocked `XMLHttpRequest` gets as its answer. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** A request, whose `INTERCEPTED` has the arguments of the last `open`; none after `abort`. */
type OpenedRequest = XMLHttpRequest & { [INTERCEPTED]?: readonly unknown[] }

/** Answers a blocked `fetch` with an empty response of status 204. */
export const interceptFetch = (intercept: Intercept, missingGrant: MissingGrant<string>): void =>
  intercept(window, 'fetch', (_, args) => {
    // Also a `Request` of another frame. A page may have a global variable named `Request`.
    const isRequest = Object.prototype.toString.call(args[0]) === '[object Request]'
    return (
      missingGrant(isRequest ? (args[0] as Request).url : readText(args)) !== undefined &&
      (() => Promise.resolve(new Response(null, { status: 204 })))
    )
  })

/** Answers a blocked `sendBeacon` with `true`, as if the browser had queued it. */
export const interceptBeacon = (intercept: Intercept, missingGrant: MissingGrant<string>): void =>
  intercept(
    Object.getPrototypeOf(navigator) as Navigator,
    'sendBeacon',
    (_, args) => missingGrant(readText(args)) !== undefined && (() => true),
  )

/** Answers a blocked `XMLHttpRequest` with an empty response of status 204. */
export const interceptXhr = (intercept: Intercept, missingGrant: MissingGrant<string>): void => {
  const requests: OpenedRequest = XMLHttpRequest.prototype
  intercept(requests, 'open,abort', (request, args) => {
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
  intercept(requests, 'send', request => {
    const opened = request?.[INTERCEPTED]
    if (!opened || missingGrant(readText(opened, 1)) === undefined) return undefined
    const [, , isAsync = true] = opened
    const answer = () => {
      if (request[INTERCEPTED] !== opened) return
      for (const [name, value] of Object.entries(EMPTY_ANSWER))
        Object.defineProperty(request, name, {
          __proto__: null,
          configurable: true,
          value,
        } as object)
      for (const type of ['readystatechange', 'load', 'loadend'])
        request.dispatchEvent(new ProgressEvent(type))
    }
    return () => void (isAsync ? callIn(0, answer) : answer())
  })
}
