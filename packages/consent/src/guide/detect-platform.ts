import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/** The platforms on which the menus of a browser differ. */
export type Platform = 'android' | 'ios' | 'desktop'

/**
 * Returns the platform of the browser.
 *
 * An iPad may send the user agent of a Macintosh, but only the iPad has a touch screen. HiPad and
 * MiPad are Android tablets.
 *
 * @returns `desktop` if the platform is unknown or `navigator` cannot be read. Never throws.
 */
export const detectPlatform = (navigator: NavigatorLike): Platform => {
  const text = readNavigator(navigator)
  if (/\biP(hone|ad|od)\b|[rxgP]iOS\/|^Touch .*Macintosh/.test(text)) return 'ios'
  return /Android/.test(text) ? 'android' : 'desktop'
}

/**
 * Returns the major version that the user agent has behind `Version/`. In Safari on iOS this is
 * also the major version of iOS, whose true version user agents no longer have.
 *
 * @returns `undefined` if the user agent has no `Version/`. Never throws.
 */
export const detectVersion = (navigator: NavigatorLike): number | undefined =>
  Number(/ Version\/(\d+)/.exec(readNavigator(navigator))?.[1]) || undefined
