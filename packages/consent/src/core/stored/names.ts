// The names under which the SDK stores data. Keys of `localStorage` begin with the cookie's name.

/** The cookie that holds the record. */
export const COOKIE_NAME = 'spaceone_consent'

/** Key of the history in `localStorage`: encoded records, newest first. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/**
 * Beginning of the keys in `localStorage` of all that waits for delivery: `outbox` and `outgoing`,
 * see `../../evidence/outbox.ts`.
 */
export const deliveryKey = (cookie: string = COOKIE_NAME): string => `${cookie}.out`
