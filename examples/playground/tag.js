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

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['"', '&quot;'],
])

const escaped = (/** @type {string} */ text) =>
  text
    .replace(/[&<"]/g, one => `${ENTITIES.get(one)}`)
    .replace(UNSEEN, one => `&#${one.charCodeAt(0)};`)

/**
 * Returns the attributes of the script tag, without its address.
 *
 * @param {Settings} settings
 * @returns {readonly (readonly [string, string])[]}
 */
export const tagAttributes = settings => {
  const { ga, gtm, purposes, policyVersion, policyUrl, lang, position, theme, button } = settings
  /** @type {readonly (readonly [string, string])[]} */
  const attributes = [
    ['data-ga', ga],
    ['data-gtm', gtm],
    ['data-categories', listOf(purposes).join(', ')],
    ['data-policy-version', policyVersion],
    ['data-policy-url', policyUrl],
    ...LANGUAGES.map(
      language =>
        /** @type {const} */ ([`data-policy-url-${language}`, settings[`policyUrl.${language}`]]),
    ),
    ['data-lang', lang],
    ['data-position', position === 'bottom' ? '' : position],
    ['data-theme', theme],
    ['data-button', button],
  ]
  return attributes.filter(([, value]) => value)
}

/**
 * Returns the argument of the call before the script tag, which has the texts and the services.
 * Returns `undefined` if there are neither texts nor services.
 *
 * @param {Settings} settings
 */
const callOf = settings => {
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

/**
 * Returns the HTML of the link that opens the settings, and of the place of an inline banner.
 *
 * @param {Settings} settings
 */
export const pageParts = settings => {
  const { position, policyUrl } = settings
  const banner = position === 'inline' ? ['<div data-consent-banner></div>'] : []
  const text = LINK[spokenIn(settings)]
  return [...banner, `<a href="${escaped(policyUrl || '#')}" data-consent-open>${text}</a>`]
}

/** Returns the style that sets the accent colour. */
const accentStyle = (/** @type {string} */ accent) =>
  accent && `:root { --consent-accent: #${accent}; }`

/** Returns the style of the accent colour as a file, if there is an accent. */
export const styleFiles = (/** @type {Settings} */ { accent }) =>
  accent ? [{ name: STYLES, code: accentStyle(accent) }] : []

/**
 * Returns the attribute with the nonce that the server writes into each response, if the site has
 * one.
 */
const nonceOf = (/** @type {string} */ csp) => (hasNonce(csp) ? ' nonce="NONCE"' : '')

/**
 * Returns the HTML to copy. A Content-Security-Policy by nonce runs inline code only with the nonce,
 * and a policy by a list of hosts runs none: the code is then in files of the site.
 *
 * @param {Settings} settings
 * @param {string} version Version of the SDK, which is the name of its folder on the site.
 * @returns {readonly File[]}
 */
export const tagFiles = (settings, version) => {
  const { accent, csp } = settings
  const style = accentStyle(accent)
  const given = callOf(settings)
  const calls = given ? [STUB, `spaceoneConsent(${literal(given, '', 16)})`] : []
  const nonce = nonceOf(csp)
  const lines = [`<script${nonce} src="/consent/${version}/consent.js"`]
  for (const [name, value] of tagAttributes(settings)) lines.push(`${name}="${escaped(value)}"`)
  const own =
    csp === 'hosts'
      ? [
          ...(style ? [`<link rel="stylesheet" href="/${STYLES}">`] : []),
          ...(given ? [`<script src="/${CALLS}"></script>`] : []),
        ]
      : [
          ...(style ? [`<style${nonce}>${style}</style>`] : []),
          ...(given ? [`<script${nonce}>`, ...calls, '</script>'] : []),
        ]
  const head = [...own, `${lines.join(lines.join(' ').length < 90 ? ' ' : '\n  ')}></script>`]
  return [
    { name: '<head>', code: head.join('\n') },
    ...(csp === 'hosts' && given ? [{ name: CALLS, code: calls.join('\n') }] : []),
    ...(csp === 'hosts' ? styleFiles(settings) : []),
    { name: '<body>', code: pageParts(settings).join('\n') },
  ]
}
