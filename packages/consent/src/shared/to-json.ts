/**
 * Writes a value as JSON as it is: no `toJSON` is called. Prototype.js before 1.7 puts a `toJSON` on
 * `Array.prototype` that returns a string, so that `JSON.stringify` writes a list as a string.
 *
 * @param value Plain data: no dates.
 * @see https://github.com/prototypejs/prototype/blob/1.6.1/src/lang/array.js
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    // The holder has the value as it was before any `toJSON`.
    return this[key]
  })
