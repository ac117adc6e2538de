import { quietly } from '../../shared/errors.ts'
import { notes, setCall } from '../ledger.ts'

/**
 * Decides how to answer a call of a built-in.
 *
 * @param self The `this` of the call, or the class that the page constructs.
 * @param args The arguments, which this function may change before the built-in gets them.
 * @returns A function that answers the call; its argument calls the built-in. A falsy value to call
 *   the built-in.
 */
type Respond<Target, Args> = (
  self: Target,
  args: Args,
  name: string,
) => ((callOriginal: () => unknown) => unknown) | false | undefined

/** The built-in of each interceptor; `undefined` if the page has broken `WeakMap`. */
export const originals: WeakMap<object, object> | undefined = /* @__PURE__ */ quietly(
  () => new WeakMap(),
)

/**
 * Replaces built-in functions and setters by interceptors with the own properties of the built-ins.
 * Pages call some very often, so a call creates few objects, unless there is a ledger.
 *
 * @param sample An object that has or inherits the built-ins: a page may have replaced its class.
 * @param names The names of the built-ins, joined by commas.
 * @returns Dispose function: restores the built-ins whose interceptors no other code has replaced.
 */
export const intercept = <Target extends object, Args extends unknown[]>(
  sample: Target | null | undefined,
  names: string,
  respond: Respond<Target, Args>,
): (() => void) => {
  const disposes = names.split(',').flatMap(name => {
    let target: object | null | undefined = sample
    let original: PropertyDescriptor | undefined
    while (target) {
      original = Object.getOwnPropertyDescriptor(target, name)
      if (original) break
      target = Object.getPrototypeOf(target)
    }
    if (!original?.configurable) return []
    // `found` has no prototype, since a page may have added `value` to `Object.prototype`.
    const found = { __proto__: null, ...original } as PropertyDescriptor
    const kind = found.set ? 'set' : 'value'
    const method = found[kind]
    if (typeof method !== 'function') return []
    const call = (self: unknown, args: unknown[], isNew?: boolean) => {
      const callOriginal = () =>
        isNew ? Reflect.construct(method, args, self as typeof Object) : method.apply(self, args)
      const outerCall = setCall(notes && [new Error(), name])
      const response = respond(self as Target, args as Args, name)
      setCall(outerCall)
      return response ? response(callOriginal) : callOriginal()
    }
    let interceptor: object
    if (method.prototype) {
      // Only a `Proxy` looks like a class, or like a function with which the page has replaced the
      // built-in. Firefox calls a `Proxy` slowly, so it does not stand for a method.
      interceptor = new Proxy(method, {
        __proto__: null,
        apply: (_, self, args) => call(self, args),
        construct: (_, args, self) => call(self, args, true),
      } as ProxyHandler<object>)
    } else {
      // A method in an object has no `prototype`, and `new` throws, as with the built-in.
      interceptor = {
        method(...args: unknown[]) {
          return call(this, args)
        },
      }.method
      // Not `Reflect.ownKeys`: a page may have a global variable named `Reflect`.
      for (const key of Object.getOwnPropertyNames(method))
        Object.defineProperty(interceptor, key, {
          __proto__: null,
          ...Object.getOwnPropertyDescriptor(method, key),
        } as object)
    }
    originals?.set(interceptor, method)
    Object.defineProperty(target, name, {
      __proto__: null,
      ...found,
      [kind]: interceptor,
    } as object)
    return () => {
      if (Object.getOwnPropertyDescriptor(target, name)?.[kind] === interceptor)
        Object.defineProperty(target, name, found)
    }
  })
  return () => {
    for (const dispose of disposes) dispose()
  }
}

/** The type of `intercept` without its result: `startInterceptors` keeps the dispose functions. */
export type Intercept = <Target extends object, Args extends unknown[]>(
  ...args: Parameters<typeof intercept<Target, Args>>
) => void

/**
 * Reads a text among the arguments of a built-in, or in an object; empty if there is none. The text
 * replaces the argument: an object could give the built-in another text. A TrustedScriptURL
 * stays, since a page that enforces Trusted Types would reject a text. Never throws.
 *
 * @param args The arguments, or an object with properties.
 * @param at Index or name of the text.
 * @returns The text; empty if there is no such argument, or if the argument has no text.
 */
export const readText = (args: object, at: string | number = 0): string => {
  const values = args as Record<string | number, unknown>
  const value = values[at]
  const { TrustedScriptURL } = window as { readonly TrustedScriptURL?: new () => object }
  if (!(at in args) || typeof value === 'symbol') return ''
  try {
    const text = `${value}`
    if (!(TrustedScriptURL && value instanceof TrustedScriptURL)) values[at] = text
    return text
  } catch (error) {
    // The built-in throws or rejects with the same error, and the page's code runs only once.
    values[at] = {
      toString: () => {
        throw error
      },
    }
    return ''
  }
}
