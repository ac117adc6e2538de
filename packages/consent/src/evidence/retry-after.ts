/**
 * Parses the header `Retry-After`, which contains a number of seconds or a date.
 *
 * @param now The present time, in milliseconds since the epoch.
 * @returns Seconds from now; 0 if the header is missing or invalid.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export const secondsOf = (header: string | null | undefined, now: number): number => {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // `Date.parse` also accepts many texts that are no HTTP dates. An HTTP date begins with a
  // weekday.
  const at = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN
  return Math.max(0, Math.ceil((at - now) / 1000)) || 0
}
