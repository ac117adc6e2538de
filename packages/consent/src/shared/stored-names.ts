import { COOKIE_NAME } from './defaults.ts'

// The keys of `localStorage` under which the SDK stores data. They begin with the cookie's name.

/** Key of the history in `localStorage`: encoded records, newest first. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/**
 * Returns the beginning that the keys of `localStorage` for delivery share, `<cookie>.out`: the
 * keys are `<cookie>.outbox` and `<cookie>.outgoing.…`, see `../evidence/README.md`.
 */
export const deliveryKey = (cookie: string = COOKIE_NAME): string => `${cookie}.out`
