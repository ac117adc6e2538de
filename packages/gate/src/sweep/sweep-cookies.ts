import { deleteCookie } from '@spaceone/consent-core'

/**
 * Deletes the page's cookies of these names, and no others.
 *
 * @param patterns Exact names, or prefixes that end in `*`.
 */
export const sweepCookies = (patterns: readonly string[]): void => {
  for (const name of cookieNames())
    if (patterns.some(pattern => matchesName(pattern, name))) deleteCookie(name)
}

const cookieNames = (): readonly string[] => {
  try {
    return document.cookie.split('; ').map(pair => pair.replace(/=.*/s, ''))
  } catch {
    // The browser refuses cookies: there are none.
    return []
  }
}

/** Compared as strings: a name with the characters of a regular expression is only a name. */
const matchesName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
