/** Encodes a string of bytes, one per character, in base64url without padding. */
export const toBase64url = (bytes: string): string =>
  btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
