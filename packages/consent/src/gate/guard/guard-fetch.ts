import { quietly } from '../../shared/quietly.ts'
import type { DeniedCategory } from './guard.ts'
import type { Intercept } from './intercept.ts'
import { readAddress } from './read-address.ts'

/** Answers a refused `fetch` with an empty 204. */
export const guardFetch = (patch: Intercept, deniedCategory: DeniedCategory): void => {
  const { prototype } = Request
  patch(
    window,
    'fetch',
    (_, args) =>
      deniedCategory(
        // The getter knows a Request, one of another frame too, and no object that looks like one.
        (typeof args[0] === 'object' && quietly(() => Reflect.get(prototype, 'url', args[0]))) ||
          readAddress(args),
      ) !== undefined && (() => Promise.resolve(new Response(null, { status: 204 }))),
  )
}
