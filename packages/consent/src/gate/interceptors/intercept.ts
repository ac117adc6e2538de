import { quietly } from '../../shared/errors.ts'
import { notes } from '../ledger.ts'

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
type Answer<Target, Args> = (
  self: Target,
  args: Args,
  name: string,
) => ((callOriginal: () => unknown) => unknown) | false | undefined

/** A call of the built-in `by`. `error` is never thrown: its stack shows where the page called. */
export type Call = readonly [error: Error, by: string]

/** The call that an interceptor is answering now. `undefined` also while there is no ledger. */
export let call: Call | undefined

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
 * @param sample An object that has or inherits the built-ins. Do not pass the class of the object:
 *   a page may have a global variable of the same name. `undefined` if the browser has no such
 *   object; then nothing is replaced.
 * @param names The names of the built-ins, joined by commas.
 * @returns Dispose function: restores the built-ins, unless other code has replaced the
 *   interceptors.
 */
export const intercept = <Target extends object, Args extends unknown[]>(
  sample: Target | null | undefined,
  names: string,
  answer: Answer<Target, Args>,
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
    const respond = (self: unknown, args: unknown[], isNew?: boolean) => {
      const callOriginal = () =>
        isNew ? Reflect.construct(method, args, self as typeof Object) : method.apply(self, args)
      const outerCall = call
      if (notes) call = [new Error(), name]
      const answerCall = answer(self as Target, args as Args, name)
      call = outerCall
      return answerCall ? answerCall(callOriginal) : callOriginal()
    }
    let interceptor: object
    if (method.prototype) {
      // Only a `Proxy` looks like a class, or like a function with which the page has replaced the
      // built-in. Firefox calls a `Proxy` slowly, so it does not stand for a method.
      interceptor = new Proxy(method, {
        __proto__: null,
        apply: (_, self, args) => respond(self, args),
        construct: (_, args, self) => respond(self, args, true),
      } as ProxyHandler<object>)
    } else {
      // A method in an object has no `prototype`, and `new` throws, as with the built-in.
      interceptor = {
        method(...args: unknown[]) {
          return respond(this, args)
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
