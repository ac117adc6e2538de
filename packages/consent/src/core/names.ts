// The names of everything that this SDK stores. What lies in localStorage is named after the cookie.

/** The cookie that holds the record. */
export const COOKIE_NAME = 'spaceone_consent'

/** In `localStorage`: the decisions, newest first, each as the cookie has it. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/**
 * In `localStorage`: when delivery may go on, after a failure; and with a full stop and more behind
 * it, each event that waits to be delivered.
 */
export const outboxKey = (cookie: string = COOKIE_NAME): string => `${cookie}.outbox`
