/**
 * The name of the property in which an interceptor keeps the built-in function. Never change this
 * name or the type of the property: copies of all versions of the SDK rely on both.
 */
export const ORIGINAL = 'spaceoneOriginal'
