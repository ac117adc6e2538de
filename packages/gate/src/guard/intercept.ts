/**
 * Answers some calls of a built-in's method, or of a property's setter, in its place.
 *
 * @param target Nothing is done where the browser has no such thing.
 * @param answer Gives the answer to one call, or nothing: the call then takes the way it took. The
 *   answer may take that way itself, through its argument.
 * @param kind `value` for a method, `set` for the setter of a property.
 * @returns The undo: puts the original back, unless somebody else has patched the property since.
 */
export const intercept = <Target extends object, Args extends readonly unknown[]>(
  target: Target | undefined,
  name: keyof Target,
  answer: (self: Target, ...args: Args) => Answer | false | null | undefined,
  kind: 'value' | 'set' = 'value',
): (() => void) => {
  const original = target && Object.getOwnPropertyDescriptor(target, name)
  const method = original?.[kind]
  if (!original?.configurable || !method) return () => {}
  const patched = {
    ...original,
    [kind](this: Target, ...args: Args) {
      const give = answer(this, ...args)
      return give
        ? give(() => Reflect.apply(method, this, args))
        : Reflect.apply(method, this, args)
    },
  }
  Object.defineProperty(target, name, patched)
  return () => {
    if (Object.getOwnPropertyDescriptor(target, name)?.[kind] === patched[kind])
      Object.defineProperty(target, name, original)
  }
}

type Answer = (take: () => unknown) => unknown

/** `intercept` with an undo that somebody else keeps. */
export type Intercept = <Target extends object, Args extends readonly unknown[]>(
  ...args: Parameters<typeof intercept<Target, Args>>
) => void
