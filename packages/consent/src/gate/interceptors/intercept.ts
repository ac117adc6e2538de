import { ORIGINAL } from '../../shared/original.ts'

/**
 * Answers a call in the place of a built-in.
 *
 * @param args May be changed: the built-in receives what is in this array.
 * @param name The name of the built-in.
 * @returns A function that answers the call, and may call the built-in through its argument; a falsy
 *   value to call the built-in.
 */
type Answer<Target, Args> = (
  self: Target,
  args: Args,
  name: string,
) => ((callOriginal: () => unknown) => unknown) | false | undefined

/** A function in the place of a built-in. */
interface Interceptor {
  (...args: unknown[]): unknown
  [ORIGINAL]?: unknown
  prototype?: unknown
}

/**
 * Intercepts built-in methods, or the setters of built-in properties. The page calls some of them
 * most often, so that an interceptor creates no object but the array of arguments.
 *
 * @param sample An object that has or inherits the built-ins, since a page may have a global of its
 *   own named as their class. Nothing happens if the browser has no such object.
 * @param names The names of the built-ins, joined by commas.
 * @returns Restores the originals, unless other code has replaced the interceptors.
 */
export const intercept = <Target extends object, Args extends unknown[]>(
  sample: Target | null | undefined,
  names: string,
  answer: Answer<Target, Args>,
): (() => void) => {
  const disposes = names.split(',').map(name => {
    let target: object | null | undefined = sample
    while (target && !descriptorOf(target, name)) target = Object.getPrototypeOf(target)
    const original = descriptorOf(target, name)
    const kind = original?.set ? 'set' : 'value'
    const method = original?.[kind]
    if (!original?.configurable || typeof method !== 'function') return () => {}
    const interceptor: Interceptor = function (this: Target, ...args: unknown[]): unknown {
      const answerCall = answer(this, args as Args, name)
      return answerCall ? answerCall(() => method.apply(this, args)) : method.apply(this, args)
    }
    // The built-in may be a constructor.
    interceptor.prototype = method.prototype
    interceptor[ORIGINAL] = method
    Object.defineProperty(target, name, {
      __proto__: null,
      ...original,
      [kind]: interceptor,
    } as object)
    return () => {
      if (descriptorOf(target, name)?.[kind] === interceptor)
        Object.defineProperty(target, name, original)
    }
  })
  return () => {
    for (const dispose of disposes) dispose()
  }
}

/**
 * Returns the descriptor of a property, without a prototype: a page may have added `value` to
 * `Object.prototype`.
 */
const descriptorOf = (
  target: object | null | undefined,
  name: string,
): PropertyDescriptor | undefined => {
  const found = target && Object.getOwnPropertyDescriptor(target, name)
  return found ? ({ __proto__: null, ...found } as PropertyDescriptor) : undefined
}

/** `intercept`, with a dispose that is kept elsewhere. */
export type Intercept = <Target extends object, Args extends unknown[]>(
  ...args: Parameters<typeof intercept<Target, Args>>
) => void
