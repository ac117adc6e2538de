import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/**
 * Returns Safari's major version, which is also the major version of iOS. User agents no longer
 * have the true version of iOS.
 *
 * @returns `undefined` if the user agent has no version. Never throws.
 */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined
