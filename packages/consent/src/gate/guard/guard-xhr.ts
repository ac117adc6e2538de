import { callIn } from '../../shared/call-in.ts'
import { quietly } from '../../shared/quietly.ts'
import type { DeniedCategory } from './guard.ts'
import type { Intercept } from './intercept.ts'
import { readAddress } from './read-address.ts'

/** What a refused request answers with. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** How a request was opened. */
interface Opened {
  readonly address: string
  readonly isAsync: boolean
}

/** Answers a refused `XMLHttpRequest` with an empty 204. */
export const guardXhr = (patch: Intercept, deniedCategory: DeniedCategory): void => {
  const requests = new WeakMap<XMLHttpRequest, Opened>()
  const { prototype } = XMLHttpRequest
  patch(prototype, 'open', (request, args) => {
    // A request can be opened again, for another address.
    for (const name in EMPTY_ANSWER) delete (request as unknown as Record<string, unknown>)[name]
    const [, , isAsync = true] = args
    requests.set(request, { address: readAddress(args, 1), isAsync: !!isAsync })
    return undefined
  })
  patch(prototype, 'abort', request => {
    requests.delete(request)
    return undefined
  })
  // Asked when it is sent: what was granted at `open` may have been withdrawn.
  patch(prototype, 'send', request => {
    const opened = requests.get(request)
    if (!opened || deniedCategory(opened.address) === undefined) return undefined
    const answerIfWaiting = () => {
      if (requests.get(request) === opened) quietly(() => answer(request))
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
