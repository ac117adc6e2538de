import type { IsRefused } from './guard.ts'
import { intercept } from './intercept.ts'

/** What a refused request answers with. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** Answers a refused `XMLHttpRequest` with an empty 204. */
export const guardXhr = (isRefused: IsRefused): (() => void) => {
  /** The refused requests, and how each answers. */
  const refused = new WeakMap<XMLHttpRequest, () => unknown>()
  const undos = [
    intercept(
      XMLHttpRequest.prototype,
      'open',
      (request, _method: string, address: unknown, isAsync = true) => {
        // A request can be opened again, for another address.
        for (const name of Object.keys(EMPTY_ANSWER)) Reflect.deleteProperty(request, name)
        refused.delete(request)
        if (isRefused(address))
          refused.set(request, () => (isAsync ? setTimeout(answer, 0, request) : answer(request)))
        return undefined
      },
    ),
    intercept(XMLHttpRequest.prototype, 'send', request => refused.get(request)),
  ]
  return () => {
    for (const undo of undos) undo()
  }
}

const answer = (request: XMLHttpRequest): void => {
  for (const [name, value] of Object.entries(EMPTY_ANSWER))
    Object.defineProperty(request, name, { configurable: true, value })
  for (const type of ['readystatechange', 'load', 'loadend'])
    request.dispatchEvent(new ProgressEvent(type))
}
