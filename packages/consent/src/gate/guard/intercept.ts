import { ORIGINAL } from '../../shared/original.ts'

type Method<Target, Args extends readonly unknown[]> = (this: Target, ...args: Args) => unknown

/**
 * Puts a function of ours in the place of a built-in's method, or of a property's setter.
 *
 * @param target Nothing is done where the browser has no such thing.
 * @param wrap Makes ours from the original.
 * @returns The undo: puts the original back, unless somebody else has patched the property since.
 */
export const wrapMethod = <Target extends object, Args extends readonly unknown[]>(
  target: Target | undefined,
  name: keyof Target,
  wrap: (original: Method<Target, Args>) => Method<Target, Args>,
): (() => void) => {
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

/** Gives what a property is. Inherits nothing: a `value` on `Object.prototype` would be part of it. */
const descriptorOf = <Target>(
  target: Target | undefined,
  name: keyof Target,
): PropertyDescriptor | undefined => {
  const found = target && Object.getOwnPropertyDescriptor(target, name)
  return found && Object.setPrototypeOf(found, null)
}

/**
 * Answers some calls of a built-in's method, or of a property's setter, in its place.
 *
 * @param answer Returns the answer to one call, or nothing to call the original. It may replace the
 *   arguments in the array that it gets: the original gets what stands there. The answer may call
 *   the original itself, through its argument.
 * @returns The undo, see `wrapMethod`.
 */
export const intercept = <Target extends object, Args extends readonly unknown[]>(
  target: Target | undefined,
  name: keyof Target,
  answer: (self: Target, args: Args) => Answer | false | null | undefined,
): (() => void) =>
  wrapMethod<Target, Args>(
    target,
    name,
    original =>
      function (...args) {
        const give = answer(this, args)
        return give
          ? give(() => Reflect.apply(original, this, args))
          : Reflect.apply(original, this, args)
      },
  )

type Answer = (take: () => unknown) => unknown

/** `wrapMethod` with an undo that somebody else keeps. */
export type WrapMethod = <Target extends object, Args extends readonly unknown[]>(
  ...args: Parameters<typeof wrapMethod<Target, Args>>
) => void

/** `intercept` with an undo that somebody else keeps. */
export type Intercept = <Target extends object, Args extends readonly unknown[]>(
  ...args: Parameters<typeof intercept<Target, Args>>
) => void
