import type { IsRefused } from './guard.ts'
import { intercept } from './intercept.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (isRefused: IsRefused): (() => void) =>
  intercept(
    window,
    'fetch',
    (_, input: unknown) =>
      isRefused(input instanceof Request ? input.url : input) &&
      (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
