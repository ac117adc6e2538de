import { toBase64url } from './encodings.ts'

/** Returns 22 base64url characters of a text's SHA-256. Rejects without `crypto.subtle`. */
export const hashText = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return toBase64url(String.fromCharCode(...new Uint8Array(digest))).slice(0, 22)
}
