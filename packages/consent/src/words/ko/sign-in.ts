/** The purpose of a cookie for signing in, in Korean. */
export const ko = '로그인한 계정 확인'
