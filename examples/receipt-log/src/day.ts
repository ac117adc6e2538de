/** A day in milliseconds. */
export const DAY_MS: number = 24 * 60 * 60 * 1000

/** Returns the day of a time in UTC, `YYYY-MM-DD`. `time` is in milliseconds since the epoch. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
