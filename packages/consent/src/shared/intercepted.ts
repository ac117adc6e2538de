import { quietly } from './quietly.ts'

/**
 * The number is the version of the type `Interceptors`. Raise the number with each change of the
 * type. A copy of the SDK with another number does not share these interceptors, and starts its
 * own.
 */
const NAME = '@spaceone/consent/interceptors/2'

// A page may have a global variable named `Symbol`.
const symbol = /* @__PURE__ */ quietly(() => Symbol.for(NAME))

/** The part of the interceptors of a page that code outside of the gate reads. */
export interface Intercepted {
  /** The built-in of each interceptor, see `originals` of the gate. */
  readonly originals: WeakMap<object, object> | undefined
}

/**
 * On `window`: the interceptors of the first copy of the SDK, which all copies share. On an
 * element: `true` if an interceptor has blocked the element. On an `XMLHttpRequest`: the arguments
 * of `open`. A symbol, since no markup can set one.
 */
export const INTERCEPTED: unique symbol = (symbol ?? NAME) as never
