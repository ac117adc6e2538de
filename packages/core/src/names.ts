/** The name of the cookie that holds the record: all that this SDK stores. */
export const COOKIE_NAME = 'spaceone_consent'
