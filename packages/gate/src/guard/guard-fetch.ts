import type { IsRefused } from './guard.ts'
import { intercept } from './intercept.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (isRefused: IsRefused): (() => void) =>
  intercept(
    window,
    'fetch',
    // A Request may come from another frame: known by its address, not by its class.
    (_, input: Partial<Request> | undefined) =>
      isRefused(input?.url ?? input) &&
      (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
