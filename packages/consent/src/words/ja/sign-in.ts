/** The purpose of a cookie for signing in, in Japanese. */
export const ja = 'ログイン中のアカウントの確認'
