/**
 * Replaces one property of a built-in.
 *
 * @param change Gives the new descriptor from the one in force.
 * @returns The undo: puts the original back, unless somebody else has patched the property since.
 */
export const patch = <Target extends object>(
  target: Target | undefined,
  name: keyof Target,
  change: (original: PropertyDescriptor) => PropertyDescriptor,
): (() => void) => {
  const original = target && Object.getOwnPropertyDescriptor(target, name)
  if (!original?.configurable) return () => {}
  const patched = { ...original, ...change(original) }
  Object.defineProperty(target, name, patched)
  return () => {
    const { value, set } = Object.getOwnPropertyDescriptor(target, name) ?? {}
    if (value === patched.value && set === patched.set)
      Object.defineProperty(target, name, original)
  }
}
