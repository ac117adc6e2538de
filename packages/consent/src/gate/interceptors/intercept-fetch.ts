import { quietly } from '../../shared/errors.ts'
import type { Intercept } from './intercept.ts'
import { readText } from './read-text.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** Answers a blocked `fetch` with an empty 204. */
export const interceptFetch = (intercept: Intercept, blockedBy: BlockedBy): void => {
  let prototype: Request | undefined
  intercept(
    window,
    'fetch',
    (_, args) =>
      blockedBy(
        // The getter of `url` works for each `Request`, also for a `Request` of another frame. For
        // other objects the getter throws.
        (typeof args[0] === 'object' &&
          quietly(() => Reflect.get(prototype as object, 'url', args[0]))) ||
          readText(args),
      ) !== undefined && (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
  // Last, since a page may have a global variable named `Request`.
  prototype = Request.prototype
}
