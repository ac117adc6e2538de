import { toBase64url } from './encodings.ts'

/**
 * Returns the hash by which notices and inventories are named: the first 22 characters, in
 * base64url, of the SHA-256 over a text in UTF-8.
 *
 * @returns Rejects where there is no `crypto.subtle`, such as on http, except on localhost.
 */
export const hashText = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return toBase64url(String.fromCharCode(...new Uint8Array(digest))).slice(0, 22)
}
