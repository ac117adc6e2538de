// @ts-check

/** The hosts that Google's tag is loaded from and sends to, with every host below them. */
const HOSTS = ['googletagmanager.com', 'google-analytics.com', 'google.com', 'doubleclick.net']

export const MEASUREMENT_ID = 'G-BENCHMARK'

/** The address of Google's tag. */
export const GOOGLE_TAG = `https://www.googletagmanager.com/gtag/js?id=${MEASUREMENT_ID}`

/** The script that Google's documentation puts beside its tag. */
export const GOOGLE_SNIPPET = `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag('js', new Date()); gtag('config', '${MEASUREMENT_ID}')`

/**
 * Says whether a request goes to Google.
 *
 * @param {string} url
 */
export const isGoogle = url => {
  const { hostname } = new URL(url)
  return HOSTS.some(host => hostname === host || hostname.endsWith(`.${host}`))
}

/**
 * Answers every request of a page to Google with an empty script, so that none leaves the machine and
 * Google's own code is in no figure.
 *
 * @param {import('@playwright/test').CDPSession} devtools
 */
export const answerGoogle = async devtools => {
  devtools.on('Fetch.requestPaused', ({ requestId }) => {
    devtools
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'Content-Type', value: 'text/javascript' }],
      })
      // The page may be closed already.
      .catch(() => {})
  })
  await devtools.send('Fetch.enable', {
    patterns: HOSTS.flatMap(host => [
      { urlPattern: `*://${host}/*` },
      { urlPattern: `*://*.${host}/*` },
    ]),
  })
}
