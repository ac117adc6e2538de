import { quietly } from '../../shared/errors.ts'
import { notes, setCall } from '../ledger.ts'

/**
 * Decides how to answer a call of a built-in.
 *
 * @param self The `this` of the call. If the page constructs an object: the class that it constructs.
 * @param args The arguments of the call. The built-in gets this array, with every change that this
 *   function has made.
 * @param name The name of the built-in.
 * @returns A function that answers the call; its argument calls the built-in. A falsy value to call
 *   the built-in with `args`.
 */
type Respond<Target, Args> = (
  self: Target,
  args: Args,
  name: string,
) => ((callOriginal: () => unknown) => unknown) | false | undefined

/**
 * The built-in of each interceptor of this copy of the SDK; `undefined` where the page has a global
 * variable named `WeakMap`.
 */
export const originals: WeakMap<object, object> | undefined = /* @__PURE__ */ quietly(
  () => new WeakMap(),
)

/**
 * Replaces built-in methods, or the setters of built-in properties, by interceptors. Pages call
 * some built-ins very often, so an interceptor itself creates only two objects, the array of
 * arguments and the function that calls the built-in, unless there is a ledger. An interceptor has
 * the name, length and own keys of its built-in, but no symbols. The interceptor of `Function.prototype.toString`
 * returns the built-in's text for it.
 *
 * @param sample An object that has or inherits the built-ins, not its class: a page may have a global
 *   variable of the same name. `undefined` if the browser has no such object; then nothing is replaced.
 * @param names The names of the built-ins, joined by commas.
 * @returns Dispose function: restores the built-ins, unless other code has replaced the
 *   interceptors.
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
 * Reads a text, such as an address, among the arguments of a built-in, and replaces the argument by
 * the text that was read: an object could return another text to the built-in. A TrustedScriptURL
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
