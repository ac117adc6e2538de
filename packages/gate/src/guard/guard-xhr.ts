import type { IsRefused } from './guard.ts'
import { patch } from './patch.ts'

type Open = (method: string, url: string | URL, isAsync?: boolean) => void

/** What a refused request answers with. */
const EMPTY_ANSWER = { readyState: 4, status: 204, statusText: 'No Content' }

/** Answers a refused `XMLHttpRequest` with an empty 204. */
export const guardXhr = (isRefused: IsRefused): (() => void) => {
  /** The refused requests, and whether each is asynchronous. */
  const refused = new WeakMap<XMLHttpRequest, boolean>()
  const undos = [
    patch(XMLHttpRequest.prototype, 'open', ({ value: original }) => ({
      value: function open(this: XMLHttpRequest, ...args: Parameters<Open>) {
        for (const name of Object.keys(EMPTY_ANSWER)) Reflect.deleteProperty(this, name)
        refused.delete(this)
        if (isRefused(args[1])) refused.set(this, args[2] !== false)
        return Reflect.apply(original, this, args)
      },
    })),
    patch(XMLHttpRequest.prototype, 'send', ({ value: original }) => ({
      value: function send(this: XMLHttpRequest, ...args: unknown[]) {
        const isAsync = refused.get(this)
        if (isAsync === undefined) return Reflect.apply(original, this, args)
        if (isAsync) setTimeout(answer, 0, this)
        else answer(this)
        return undefined
      },
    })),
  ]
  return () => undos.forEach(undo => void undo())
}

const answer = (request: XMLHttpRequest): void => {
  for (const [name, value] of Object.entries(EMPTY_ANSWER))
    Object.defineProperty(request, name, { configurable: true, value })
  for (const type of ['readystatechange', 'load', 'loadend'])
    request.dispatchEvent(new ProgressEvent(type))
}
