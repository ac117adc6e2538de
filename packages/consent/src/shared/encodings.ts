/** Encodes a string of bytes, one per character, in base64url without padding. */
export const toBase64url = (bytes: string): string =>
  btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')

/**
 * Returns plain data as JSON, whatever `toJSON` returns. Prototype.js before 1.7 adds a `toJSON` to
 * `Array.prototype` that returns a string, so that `JSON.stringify` writes an array as a string.
 *
 * @see https://github.com/prototypejs/prototype/blob/1.6.1/src/lang/array.js
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    // `this[key]` is the value before `JSON.stringify` has called `toJSON`.
    return this[key]
  })
