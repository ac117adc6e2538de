import { toBase64url } from '../../shared/encodings.ts'

/**
 * Creates a random id: 128 bits as 22 base64url characters. Returns `undefined` without random
 * numbers of the browser.
 */
export const newId = (): string | undefined => {
  const bytes = crypto.getRandomValues?.(new Uint8Array(16))
  return bytes && toBase64url(String.fromCharCode(...bytes))
}
