/** On an interceptor: the built-in in whose place it stands. Shared by all copies of this SDK. */
export const ORIGINAL = 'spaceoneOriginal'
