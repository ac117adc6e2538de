/** The purpose of a cookie for signing in, in English. */
export const en = 'Recognizes the account that is signed in'
