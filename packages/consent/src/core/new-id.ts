import { toBase64url } from '../shared/base64url.ts'

/**
 * Makes an id that nobody can guess or trace: 128 random bits as 22 base64url characters. Throws
 * where the browser has no random numbers.
 */
export const newId = (): string =>
  toBase64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
