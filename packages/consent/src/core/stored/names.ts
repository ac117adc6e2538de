// The names under which the SDK stores data. Keys of `localStorage` begin with the cookie's name.

/** The cookie that holds the record. */
export const COOKIE_NAME = 'spaceone_consent'

/** Key of the history in `localStorage`: encoded records, newest first. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/**
 * Key in `localStorage` of the time at which a failed delivery is tried again. With `.` and an id
 * behind it: key of an event that waits for delivery.
 */
export const outboxKey = (cookie: string = COOKIE_NAME): string => `${cookie}.outbox`
