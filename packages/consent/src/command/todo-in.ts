/** The depth to which `todoIn` searches. Few values of a configuration are deeper. */
const DEEPEST = 8

/**
 * Returns the path of the first text that begins with `TODO`, as `consent-audit --suggest` writes
 * it where a person must say something; `undefined` if there is none.
 */
export const todoIn = (value: unknown, path = '', depth = 0): string | undefined => {
  if (typeof value === 'string') return /^TODO\b/.test(value) ? path : undefined
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined
  for (const [name, one] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name
    const found = todoIn(one, here, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
