import { toBase64url } from '../../shared/base64url.ts'

/**
 * Creates a random id: 128 bits as 22 base64url characters.
 *
 * @throws An error of the browser where `crypto` is missing.
 */
export const newId = (): string =>
  toBase64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
