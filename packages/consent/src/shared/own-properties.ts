/** Returns the value of an own property. Ignores inherited ones, such as `constructor`. */
export const ownProperty = <Table extends object, Name extends keyof Table | string>(
  table: Table,
  name: Name,
): (Name extends keyof Table ? Table[Name] : Table[keyof Table]) | undefined =>
  Object.getOwnPropertyDescriptor(table, name)?.value

/** No option is nested deeper than this, and the copy of a circular object ends at this depth. */
const MAX_DEPTH = 9

/**
 * Copies options deeply into objects without a prototype, so that properties that a page has added
 * to `Object.prototype` are not read as options. Objects with a function `attach` are not copied.
 *
 * @param earlier Options of an earlier call. An object of `value` is merged with the earlier one; a
 *   list replaces the earlier one.
 */
export const ownCopy = <Value>(value: Value, earlier?: unknown, depth = 0): Value => {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const copy = Array.isArray(value) ? [] : Object.assign(Object.create(null), earlier)
  for (const key of Object.keys(value))
    copy[key] = ownCopy(value[key as keyof Value], copy[key], depth + 1)
  return typeof copy.attach === 'function' ? value : copy
}
