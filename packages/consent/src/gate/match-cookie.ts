/**
 * Says how closely a cookie's name fits a pattern: the longer the pattern the higher, an exact name
 * highest; 0 when it does not fit. Compared as strings: a name with the characters of a regular
 * expression is only a name.
 *
 * @param pattern An exact name, or a prefix that ends in `*`.
 */
export const cookieRank = (pattern: string, name: string): number => {
  if (pattern === name) return 1e3
  return pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)) ? pattern.length : 0
}
