// The Content-Security-Policy for some settings. The server writes a new random value in the place of
// NONCE into each response.

import { hasNonce } from './settings.js'

const TAGS = 'https://www.googletagmanager.com'
const ADSENSE = 'https://pagead2.googlesyndication.com'
const SENT = `https://www.google-analytics.com https://*.google-analytics.com ${TAGS}`

/** @type {Readonly<Record<string, string>>} */
const SCRIPTS = {
  nonce: "'nonce-NONCE'",
  'strict-dynamic': "'nonce-NONCE' 'strict-dynamic'",
  hosts: "'self'",
}

/**
 * Returns the header to copy for the way in which the site allows scripts, and the directives that
 * Trusted Types need in addition; nothing for a site without a Content-Security-Policy.
 *
 * @param {import('./settings.js').Settings} settings
 * @returns {readonly import('./tag.js').File[]}
 */
export const cspFiles = ({ csp, ga, gtm, ads }) => {
  const scripts = SCRIPTS[csp]
  if (!scripts) return []
  const isAdSense = ads.startsWith('ca-')
  const hasTag = Boolean(ga || gtm || (ads && !isAdSense))
  const hosts = [hasTag ? ` ${TAGS}` : '', isAdSense ? ` ${ADSENSE}` : ''].join('')
  const style = hasNonce(csp) ? "'nonce-NONCE'" : "'self'"
  const sent = hasTag ? `; connect-src 'self' ${SENT}; img-src 'self' ${SENT}` : ''
  const policy = `script-src ${scripts}${csp === 'hosts' ? hosts : ''}; style-src ${style}${sent}`
  const trusting = "require-trusted-types-for 'script'; trusted-types spaceone-consent"
  return [
    { name: 'header', code: `Content-Security-Policy: ${policy}` },
    { name: 'trusted-types', code: trusting },
  ]
}
