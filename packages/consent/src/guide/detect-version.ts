import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/**
 * Returns Safari's major version, which follows the version of its system. The version of the
 * system itself no longer changes in user agents.
 *
 * @returns `undefined` when the user agent has no version. Never throws.
 */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined
