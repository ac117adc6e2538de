// The script tag for some settings: its attributes, the call before it, and the HTML to copy.

import { declarationOf, textsOf } from './declare.js'
import { evaluate, literal, UNSEEN } from './literal.js'
import { hasNonce, LANGUAGES, listOf, spokenIn } from './settings.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {{ name: string, code: string }} File A text to copy, and where it belongs. */

const STUB =
  'window.spaceoneConsent=window.spaceoneConsent||function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}'

/** The files of a site whose Content-Security-Policy allows no inline script and no inline style. */
const CALLS = 'consent-settings.js'
const STYLES = 'consent.css'

const LINK = { en: 'Cookie settings', ko: '쿠키 설정', ja: 'Cookie設定' }

const escaped = (/** @type {string} */ text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(UNSEEN, one => `&#${one.charCodeAt(0)};`)

/** Returns the attributes of the script tag, without its address. @param {Settings} settings */
export const tagAttributes = settings => {
  const { ga, gtm, purposes, policyVersion, policyUrl, lang, position, theme, button } = settings
  /** @type {(readonly [string, string])[]} */
  const attributes = [
    ['data-ga', ga],
    ['data-gtm', gtm],
    ['data-categories', listOf(purposes).join(', ')],
    ['data-policy-version', policyVersion],
    ['data-policy-url', policyUrl],
  ]
  for (const language of LANGUAGES)
    attributes.push([`data-policy-url-${language}`, settings[`policyUrl.${language}`]])
  attributes.push(
    ['data-lang', lang],
    ['data-position', position === 'bottom' ? '' : position],
    ['data-theme', theme],
    ['data-button', button],
  )
  return attributes.filter(([, value]) => value)
}

/** Returns the argument of the call before the script tag, if there are texts or services. */
const callOf = (/** @type {Settings} */ settings) => {
  const texts = textsOf(settings)
  const services = settings.services.map(service => {
    const { name, ...declared } = declarationOf(service)
    return { name, category: service.category, ...declared }
  })
  if (!texts && !services[0]) return undefined
  return { texts, services: services[0] && services }
}

/** Returns the argument of the call before the script tag, as a value for the SDK. */
export const configurationOf = (/** @type {Settings} */ settings) => evaluate(callOf(settings), {})

/** Returns the HTML of the place of an inline banner, and of the link that opens the settings. */
export const pageParts = (/** @type {Settings} */ settings) => {
  const { position, policyUrl } = settings
  const banner = position === 'inline' ? ['<div data-consent-banner></div>'] : []
  const text = LINK[spokenIn(settings)]
  return [...banner, `<a href="${escaped(policyUrl || '#')}" data-consent-open>${text}</a>`]
}

/** Returns the style that sets the accent colour as a file, if there is an accent. */
export const styleFiles = (/** @type {Settings} */ { accent }) =>
  accent ? [{ name: STYLES, code: `:root { --consent-accent: #${accent}; }` }] : []

/**
 * Returns the HTML to copy. A Content-Security-Policy by nonce runs inline code only with the nonce,
 * and a policy by a list of hosts runs none: the code is then in files of the site. `version` is
 * that of the SDK, which is the name of its folder on the site.
 *
 * @param {Settings} settings @param {string} version @returns {readonly File[]}
 */
export const tagFiles = (settings, version) => {
  const { csp } = settings
  const styles = styleFiles(settings)
  const given = callOf(settings)
  const calls = given ? [`${STUB}\nspaceoneConsent(${literal(given, '', 16)})`] : []
  // The server writes the nonce into each response.
  const nonce = hasNonce(csp) ? ' nonce="NONCE"' : ''
  const isInFiles = csp === 'hosts'
  const lines = [`<script${nonce} src="/consent/${version}/consent.js"`]
  for (const [name, value] of tagAttributes(settings)) lines.push(`${name}="${escaped(value)}"`)
  const head = [
    ...styles.map(({ code }) =>
      isInFiles ? `<link rel="stylesheet" href="/${STYLES}">` : `<style${nonce}>${code}</style>`,
    ),
    ...calls.map(code =>
      isInFiles ? `<script src="/${CALLS}"></script>` : `<script${nonce}>\n${code}\n</script>`,
    ),
    `${lines.join(lines.join(' ').length < 90 ? ' ' : '\n  ')}></script>`,
  ]
  return [
    { name: '<head>', code: head.join('\n') },
    ...(isInFiles ? [...calls.map(code => ({ name: CALLS, code })), ...styles] : []),
    { name: '<body>', code: pageParts(settings).join('\n') },
  ]
}
