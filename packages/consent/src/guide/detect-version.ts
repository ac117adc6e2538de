import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/**
 * Returns the major version that the user agent has behind `Version/`. In Safari on iOS this is
 * also the major version of iOS, whose true version user agents no longer have.
 *
 * @returns `undefined` if the user agent has no `Version/`. Never throws.
 */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined
