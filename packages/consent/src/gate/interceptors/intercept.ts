import { ORIGINAL } from '../../shared/original.ts'
import { notes } from '../ledger.ts'

/**
 * Decides how to answer a call of a built-in.
 *
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

/** A function that replaces a built-in. */
interface Interceptor {
  (...args: unknown[]): unknown
  [ORIGINAL]?: unknown
  prototype?: unknown
}

/**
 * Replaces built-in methods, or the setters of built-in properties, by interceptors. Pages call
 * some built-ins very often, so an interceptor itself creates only one object, the array of
 * arguments, unless there is a ledger.
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
    const interceptor: Interceptor = function (this: Target, ...args: unknown[]): unknown {
      const outerCall = call
      if (notes) call = [new Error(), name]
      const answerCall = answer(this, args as Args, name)
      call = outerCall
      return answerCall ? answerCall(() => method.apply(this, args)) : method.apply(this, args)
    }
    // If the built-in is a constructor, `instanceof` needs its prototype.
    interceptor.prototype = method.prototype
    interceptor[ORIGINAL] = method
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
