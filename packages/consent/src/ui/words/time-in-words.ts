/** Returns a time, in seconds since the epoch, as a date, with `timeStyle` also the time. */
export const timeInWords = (seconds: number, language: string, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle }).format(seconds * 1000)
