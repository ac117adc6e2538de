// @ts-check

/** The hosts of Google's tag and of the tag's requests; subdomains count too. */
const HOSTS = ['googletagmanager.com', 'google-analytics.com', 'google.com', 'doubleclick.net']

export const MEASUREMENT_ID = 'G-BENCHMARK'

/** The address of Google's tag. */
export const GOOGLE_TAG = `https://www.googletagmanager.com/gtag/js?id=${MEASUREMENT_ID}`

/** The inline script that Google's documentation puts beside the tag. */
export const GOOGLE_SNIPPET = `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag('js', new Date()); gtag('config', '${MEASUREMENT_ID}')`

/**
 * Returns whether a request goes to Google.
 *
 * @param {string} url
 */
export const isGoogle = url => {
  const { hostname } = new URL(url)
  return HOSTS.some(host => hostname === host || hostname.endsWith(`.${host}`))
}

/**
 * Answers every request to Google with an empty script, so that no request leaves the machine and
 * Google's own code is not measured.
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
      // The page may already be closed.
      .catch(() => {})
  })
  await devtools.send('Fetch.enable', {
    patterns: HOSTS.flatMap(host => [
      { urlPattern: `*://${host}/*` },
      { urlPattern: `*://*.${host}/*` },
    ]),
  })
}
