/**
 * Returns a date in a language, with the time of day for `timeStyle: 'short'`. `seconds` are since
 * the epoch.
 */
export const timeInWords = (seconds: number, language: string, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle }).format(seconds * 1000)
