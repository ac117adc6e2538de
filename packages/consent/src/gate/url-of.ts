/**
 * Reads whatever a built-in takes for an address; nothing where it is none, or holds its data itself:
 * those may be long, and take long to read.
 */
export const urlOf = (address: unknown, base: string): URL | undefined => {
  try {
    const text = `${address}`
    return text.startsWith('data:') ? undefined : new URL(text, base)
  } catch {
    return undefined
  }
}
