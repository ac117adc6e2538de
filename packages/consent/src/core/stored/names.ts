import { COOKIE_NAME } from '../../shared/defaults.ts'

// All names under which the SDK stores data. The keys of `localStorage` begin with the cookie's
// name.

/** Key of the history in `localStorage`: encoded records, newest first. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/**
 * The beginning of the keys of `localStorage` for events that wait for delivery: `outbox` and
 * `outgoing`, see `../../evidence/outbox.ts`.
 */
export const deliveryKey = (cookie: string = COOKIE_NAME): string => `${cookie}.out`
