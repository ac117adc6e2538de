/**
 * Where copies of this SDK find, on `window`, the guard of the one that was here first, and on an
 * element that it was held by a guard: a mark that no mark-up can give to itself.
 */
export const GUARD: unique symbol = Symbol.for('@spaceone/consent/guard') as never
