import { toBase64url } from '../../shared/base64url.ts'

/**
 * Creates a random id: 128 bits as 22 base64url characters.
 *
 * @throws The browser's error if `crypto` is missing.
 */
export const newId = (): string =>
  toBase64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
