import type { IsRefused } from './guard.ts'
import { patch } from './patch.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (isRefused: IsRefused): (() => void) =>
  patch(window, 'fetch', ({ value: original }) => ({
    value: function fetch(this: unknown, ...args: Parameters<typeof window.fetch>) {
      const [input] = args
      return isRefused(input instanceof Request ? input.url : input)
        ? Promise.resolve(new Response(null, { status: 204 }))
        : Reflect.apply(original, this, args)
    },
  }))
