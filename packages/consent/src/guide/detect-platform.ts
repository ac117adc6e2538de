import { type NavigatorLike, readNavigator } from './navigator-like.ts'

/** Where a browser runs, as far as its menus differ by it. */
export type Platform = 'android' | 'ios' | 'desktop'

/**
 * Says where the browser runs.
 *
 * An iPad calls itself a Macintosh, but no Macintosh has a touch screen. HiPad and MiPad are Android
 * tablets.
 *
 * @returns `desktop` for whatever it does not know. Never throws.
 */
export const detectPlatform = (navigator: NavigatorLike): Platform => {
  const text = readNavigator(navigator)
  if (/\biP(hone|ad|od)\b|iOS\/|^Touch .*Macintosh/.test(text)) return 'ios'
  return /Android/.test(text) ? 'android' : 'desktop'
}
