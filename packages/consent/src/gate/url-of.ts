/**
 * Parses an address. Returns nothing for an invalid one, and for one that holds its data itself: such
 * an address may be long, and take long to read.
 */
export const urlOf = (address: string, base: string): URL | undefined => {
  try {
    return address.startsWith('data:') ? undefined : new URL(address, base)
  } catch {
    return undefined
  }
}
