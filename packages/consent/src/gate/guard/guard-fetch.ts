import type { DeniedCategory } from './guard.ts'
import type { Intercept } from './intercept.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (patch: Intercept, deniedCategory: DeniedCategory): void =>
  patch(
    window,
    'fetch',
    // A Request may come from another frame: known by its address, not by its class.
    (_, input: Partial<Request> | undefined) =>
      deniedCategory(input?.url ?? input) !== undefined &&
      (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
