/** The default name of the record's cookie. */
export const COOKIE_NAME = 'spaceone_consent'

/**
 * The number of days for which a decision counts by default, as many as six months can have: the
 * draft COM(2025) 837 of the European Commission forbids to ask again earlier after a refusal.
 */
export const VALIDITY_DAYS = 184

/** The number of days for which an expired record stays in the history by default. */
export const HISTORY_DAYS = 365

/** The largest number of notes in the inspector's ledger. A further note replaces the oldest. */
export const MOST_NOTES = 500

/**
 * 13 months, in seconds: the SDK's default for the lifetime of Google Analytics' visitor id, which
 * later visits do not renew, and the lifetime of AdSense's cookies.
 *
 * @see https://www.cnil.fr/en/sheet-ndeg16-use-analytics-your-websites-and-applications
 */
export const THIRTEEN_MONTHS = 34_128_000

/** Returns the key of the history in `localStorage`, a list of encoded records, newest first. */
export const historyKey = (cookie: string = COOKIE_NAME): string => `${cookie}.history`

/** Returns the beginning of the keys `<cookie>.outbox` and `<cookie>.outgoing.…` of `evidence`. */
export const deliveryKey = (cookie: string = COOKIE_NAME): string => `${cookie}.out`
