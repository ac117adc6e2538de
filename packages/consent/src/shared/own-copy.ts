/** How deep options are copied: deeper than any option lies. An object that holds itself ends here. */
const DEEPEST = 9

/**
 * Copies options into objects without a prototype, at every depth, so that nothing that a page has put
 * on `Object.prototype` is read as an option. Arrays stay arrays. What has a function `attach`, as
 * services have, and what is no object stays the same value.
 *
 * @param value Options of any shape.
 */
export const ownCopy = <Value>(value: Value, depth = 0): Value => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  const copy = Array.isArray(value) ? [] : Object.create(null)
  for (const key of Object.keys(value)) copy[key] = ownCopy(value[key as keyof Value], depth + 1)
  return typeof copy.attach === 'function' ? value : copy
}
