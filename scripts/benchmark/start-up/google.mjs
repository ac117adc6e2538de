// @ts-check

/** The host of Google's tag. */
const GOOGLE_HOST = 'www.googletagmanager.com'

export const MEASUREMENT_ID = 'G-BENCHMARK'

/** The address of Google's tag. */
export const GOOGLE_TAG = `https://${GOOGLE_HOST}/gtag/js?id=${MEASUREMENT_ID}`

/** The inline script that Google's documentation puts beside the tag. */
export const GOOGLE_SNIPPET = `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag('js', new Date()); gtag('config', '${MEASUREMENT_ID}')`

/**
 * Returns the flags with which Chromium loads Google's tag from the server of `serve-sites.mjs`,
 * and cannot reach any other machine.
 *
 * @param {number} port The port at which the server answers for Google.
 */
export const googleFlags = port => [
  '--ignore-certificate-errors',
  `--host-resolver-rules=MAP ${GOOGLE_HOST}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
]
