/**
 * On `window`: the interceptors of the first copy of the SDK, which all copies share. On an
 * element: `true` if an interceptor has blocked it. No markup can set a symbol.
 */
export const INTERCEPTED: unique symbol = Symbol.for('@spaceone/consent/guard') as never
