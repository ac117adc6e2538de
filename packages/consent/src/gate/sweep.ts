import { cookiePairs, deleteCookie } from '../core/index.ts'

/** Says whether what is stored under a name has to go. */
type IsRefused = (name: string) => boolean

/** Deletes the page's cookies of these names, and no others. */
export const sweepCookies = (isRefused: IsRefused): void => {
  for (const pair of cookiePairs()) {
    const [name = ''] = pair.split('=')
    if (isRefused(name)) deleteCookie(name)
  }
}

/** Deletes the page's `localStorage` entries of these names, and no others. */
export const sweepStorage = (isRefused: IsRefused): void => {
  try {
    for (const name of Object.keys(localStorage)) if (isRefused(name)) localStorage.removeItem(name)
  } catch {
    // No storage here: nothing to delete.
  }
}
