/**
 * Parses an address. Returns `undefined` for an invalid address and for a `data:` URL, which
 * requests nothing and may be too long to parse quickly.
 */
export const urlOf = (address: string, base: string): URL | undefined => {
  try {
    return address.startsWith('data:') ? undefined : new URL(address, base)
  } catch {
    return undefined
  }
}
