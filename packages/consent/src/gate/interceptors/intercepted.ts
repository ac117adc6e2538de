import { quietly } from '../../shared/quietly.ts'

/**
 * The number is the version of the form of `Interceptors`, and goes up with each change of this
 * form. A copy of another version then starts interceptors of its own, on top of these.
 */
const NAME = '@spaceone/consent/interceptors/1'

// A page may have a global of its own named `Symbol`.
const symbol = /* @__PURE__ */ quietly(() => Symbol.for(NAME))

/**
 * On `window`: the interceptors of the first copy of the SDK, which all copies share. On an
 * element: `true` if an interceptor has blocked it. On an `XMLHttpRequest`: what `open` was called
 * with. No markup can set a symbol.
 */
export const INTERCEPTED: unique symbol = (symbol ?? NAME) as never
