/**
 * Reads the header `Retry-After`: seconds, or a date.
 *
 * @param now The present, in milliseconds since the epoch.
 * @returns Seconds from now; 0 where it says nothing, or nothing that can be read.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export const secondsOf = (header: string | null | undefined, now: number): number => {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // A date always names its day; `Date.parse` would take much else for one.
  const at = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN
  return Math.max(0, Math.ceil((at - now) / 1000)) || 0
}
