// The Content-Security-Policy for some settings, one for each way in which a site allows scripts.
// The server writes a new random value in the place of NONCE into each response.

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./tag.js').File} File */

const STYLE = "style-src 'nonce-NONCE'"

const GOOGLE =
  'https://www.google-analytics.com https://*.google-analytics.com https://www.googletagmanager.com'

/**
 * Returns the headers to copy: by nonce, by nonce with 'strict-dynamic', by a list of hosts, and
 * the directives that Trusted Types need in addition.
 *
 * @param {Settings} settings
 * @returns {readonly File[]}
 */
export const cspFiles = ({ ga, gtm }) => {
  const hasGoogle = Boolean(ga || gtm)
  const sent = hasGoogle ? `; connect-src 'self' ${GOOGLE}; img-src 'self' ${GOOGLE}` : ''
  const hosts = hasGoogle ? "'self' https://www.googletagmanager.com" : "'self'"
  const header = (/** @type {string} */ scripts) =>
    `Content-Security-Policy: script-src ${scripts}; ${STYLE}${sent}`
  return [
    { name: 'nonce', code: header("'nonce-NONCE'") },
    { name: 'strict-dynamic', code: header("'nonce-NONCE' 'strict-dynamic'") },
    { name: 'hosts', code: header(hosts) },
    {
      name: 'trusted-types',
      code: "require-trusted-types-for 'script'; trusted-types spaceone-consent",
    },
  ]
}
