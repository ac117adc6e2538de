/**
 * Property of an interceptor that has the original built-in, a function. Copies of every version use
 * this name and this form.
 */
export const ORIGINAL = 'spaceoneOriginal'
