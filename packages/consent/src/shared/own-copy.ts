/** How deep options are copied: no option is nested deeper, and a circular object ends here. */
const MAX_DEPTH = 9

/**
 * Copies options deeply into objects without a prototype, so that properties that a page has added
 * to `Object.prototype` are not read as options. Arrays stay arrays. Services, which have a
 * function `attach`, and values that are not objects are not copied.
 *
 * @param value Options of any shape.
 * @param earlier Options of an earlier call. Objects in both are merged at every depth.
 */
export const ownCopy = <Value>(value: Value, earlier?: unknown, depth = 0): Value => {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const copy = Array.isArray(value) ? [] : Object.assign(Object.create(null), earlier)
  for (const key of Object.keys(value))
    copy[key] = ownCopy(value[key as keyof Value], copy[key], depth + 1)
  return typeof copy.attach === 'function' ? value : copy
}
