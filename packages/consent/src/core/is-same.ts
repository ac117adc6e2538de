/**
 * Says whether two plain values hold the same. By the language alone: a page's `toJSON`, or what it has
 * put in the place of `JSON` and `every`, must not keep a withdrawal from being seen.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false
  for (const key in { __proto__: null, ...one, ...other })
    if (!isSame((one as Table)[key], (other as Table)[key])) return false
  return true
}

type Table = Readonly<Record<string, unknown>>
