/**
 * The property of an interceptor that holds the built-in, a function. Never change the name or the
 * type: copies of all versions of the SDK use both.
 */
export const ORIGINAL = 'spaceoneOriginal'
