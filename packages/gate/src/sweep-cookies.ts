import { cookiePairs, deleteCookie } from '@spaceone/consent-core'

/**
 * Deletes the page's cookies of these names, and no others.
 *
 * @param patterns Exact names, or prefixes that end in `*`.
 */
export const sweepCookies = (patterns: readonly string[]): void => {
  for (const pair of cookiePairs()) {
    const [name = ''] = pair.split('=')
    if (patterns.some(pattern => matchesName(pattern, name))) deleteCookie(name)
  }
}

/** Compared as strings: a name with the characters of a regular expression is only a name. */
const matchesName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
