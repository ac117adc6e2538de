import { UNKNOWN } from './constants.ts'

/**
 * Matches what scripts usually add to a cookie's text to delete the cookie: a lifetime of at
 * most 0, or the first day of 1970.
 */
const DELETION = /;\s*(max-age=(0\b|-)|expires=(thu, )?0?1[ -]jan[ -]1970)/i

/**
 * Says whether a text that is given to `document.cookie` deletes a cookie in a usual way, or by any
 * other date in the past.
 */
export const isDeletion = (text: string): boolean => {
  const [, end = ''] = /;\s*expires=([^;]*)/i.exec(text) ?? []
  return DELETION.test(text) || (!end.includes(UNKNOWN) && Date.parse(end) < Date.now())
}

/** Returns the cookie's name in a text that is given to `document.cookie`. */
export const writtenCookie = (text: string): string => text.replace(/=[\s\S]*/, '').trim()

/**
 * Returns a name as inventories have it: with `*` in the place of what follows its known beginning.
 * Returns `undefined` if not even the beginning is known.
 */
export const inventoryName = (text: string): string | undefined => {
  const [known = '', ...more] = text.split(UNKNOWN)
  if (!known) return undefined
  return more.length ? `${known}*` : known
}
