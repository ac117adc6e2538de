/**
 * Creates a function that returns how specifically a pattern matches the name of a cookie or of
 * stored data, or a parameter of an address: the longer the pattern, the higher; an exact name is
 * highest; 0 if it does not match. Special characters of regular expressions have no special meaning in a pattern.
 *
 * @param pattern An exact name, or a prefix that ends in `*`.
 */
export const cookieMatcher =
  (pattern: string) =>
  (name: string): number => {
    if (pattern === name) return 1e3
    return pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)) ? pattern.length : 0
  }
