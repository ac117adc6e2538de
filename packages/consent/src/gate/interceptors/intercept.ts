import { ORIGINAL } from '../../shared/original.ts'

type Method<Target, Args extends readonly unknown[]> = (this: Target, ...args: Args) => unknown

/**
 * Replaces a built-in method, or the setter of a built-in property, by an interceptor.
 *
 * @param sample An object that has or inherits the built-in, since a page may have a global of its
 *   own named as the built-in's class. Nothing happens if the browser has no such object.
 * @param wrap Creates the interceptor from the original.
 * @returns Restores the original, unless other code has replaced the interceptor.
 */
export const wrapMethod = <Target extends object, Args extends readonly unknown[]>(
  sample: Target | null | undefined,
  name: keyof Target,
  wrap: (original: Method<Target, Args>) => Method<Target, Args>,
): (() => void) => {
  let target = sample
  while (target && !descriptorOf(target, name)) target = Object.getPrototypeOf(target)
  const original = descriptorOf(target, name)
  const kind = original?.set ? 'set' : 'value'
  const method = original?.[kind]
  if (!original?.configurable || typeof method !== 'function') return () => {}
  const patched = { __proto__: null, ...original, [kind]: wrap(method) }
  Object.assign(patched[kind] as object, { [ORIGINAL]: method })
  Object.defineProperty(target, name, patched)
  return () => {
    if (descriptorOf(target, name)?.[kind] === patched[kind])
      Object.defineProperty(target, name, original)
  }
}

/**
 * Returns the descriptor of a property, without a prototype: a page may have added `value` to
 * `Object.prototype`.
 */
const descriptorOf = <Target>(
  target: Target | null | undefined,
  name: keyof Target,
): PropertyDescriptor | undefined => {
  const found = target && Object.getOwnPropertyDescriptor(target, name)
  return found && Object.setPrototypeOf(found, null)
}

/**
 * Intercepts a built-in method, or the setter of a built-in property, and answers some of its
 * calls.
 *
 * @param answer Returns a function that answers the call, or a falsy value to call the original.
 *   May replace the arguments in its array, which the original receives. The answer may call the
 *   original through its argument.
 * @returns Restores the original, see `wrapMethod`.
 */
export const intercept = <Target extends object, Args extends readonly unknown[]>(
  sample: Target | null | undefined,
  name: keyof Target,
  answer: (self: Target, args: Args) => Answer | false | null | undefined,
): (() => void) =>
  wrapMethod<Target, Args>(
    sample,
    name,
    original =>
      function (...args) {
        const answerCall = answer(this, args)
        return answerCall
          ? answerCall(() => original.apply(this, args as never))
          : original.apply(this, args as never)
      },
  )

type Answer = (callOriginal: () => unknown) => unknown

/** `wrapMethod`, with a dispose that is kept elsewhere. */
export type WrapMethod = <Target extends object, Args extends readonly unknown[]>(
  ...args: Parameters<typeof wrapMethod<Target, Args>>
) => void

/** `intercept`, with a dispose that is kept elsewhere. */
export type Intercept = <Target extends object, Args extends readonly unknown[]>(
  ...args: Parameters<typeof intercept<Target, Args>>
) => void
