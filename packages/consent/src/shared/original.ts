/**
 * Property of an interceptor that has the original built-in. All copies of the SDK use this name.
 */
export const ORIGINAL = 'spaceoneOriginal'
