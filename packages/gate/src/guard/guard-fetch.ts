import type { IsRefused } from './guard.ts'
import type { Intercept } from './intercept.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (patch: Intercept, isRefused: IsRefused): void =>
  patch(
    window,
    'fetch',
    // A Request may come from another frame: known by its address, not by its class.
    (_, input: Partial<Request> | undefined) =>
      isRefused(input?.url ?? input) &&
      (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
