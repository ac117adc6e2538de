/** Returns a time in the time zone of the browser, such as `2026-11-28 14:03:22.123`. */
export const localTime = (milliseconds: number): string => {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000
  return new Date(milliseconds - offset).toISOString().slice(0, -1).replace('T', ' ')
}
