/**
 * Says whether two plain values are deeply equal. Uses no built-in that a page can replace, such as
 * `JSON.stringify` or `every`: a broken built-in must not hide a withdrawal.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false
  for (const key in { __proto__: null, ...one, ...other })
    if (!isSame((one as Table)[key], (other as Table)[key])) return false
  return true
}

type Table = Readonly<Record<string, unknown>>
