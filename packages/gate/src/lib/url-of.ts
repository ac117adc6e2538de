/** Reads whatever a built-in takes for an address; nothing where it is none. */
export const urlOf = (address: unknown, base: string): URL | undefined => {
  try {
    return new URL(`${address}`, base)
  } catch {
    return undefined
  }
}
