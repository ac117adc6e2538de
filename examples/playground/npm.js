// The npm code for some settings: the options of `createConsent`, and the file with the call.

import { declarationOf, textsOf } from './declare.js'
import { call, code, literal } from './literal.js'
import { hasNonce, LANGUAGES, listOf } from './settings.js'
import { pageParts, styleFiles } from './tag.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./tag.js').File} File */

const NOTHING = code('() => {}', () => {})

/**
 * Returns the address of the policy, or one per language. The first address also serves languages
 * without an address of their own.
 */
const policyUrlOf = (/** @type {Settings} */ settings) => {
  const own = LANGUAGES.filter(language => settings[`policyUrl.${language}`])
  const { policyUrl } = settings
  if (!own[0]) return policyUrl || undefined
  const other = LANGUAGES.find(language => !own.includes(language))
  return {
    ...(policyUrl && other && { [other]: policyUrl }),
    ...Object.fromEntries(own.map(language => [language, settings[`policyUrl.${language}`]])),
  }
}

/** Returns the categories with their services. @param {Settings} settings */
export const categoriesOf = ({ ga, gtm, ads, purposes, services }) => {
  /** @type {Record<string, { services?: object[] }>} */
  const categories = {}
  const add = (/** @type {string} */ name, /** @type {readonly object[]} */ ...more) => {
    const listed = [...(categories[name]?.services ?? []), ...more]
    categories[name] = listed[0] ? { services: listed } : {}
  }
  if (ga) add('analytics', call('googleAnalytics', { id: ga }))
  if (gtm) add('analytics', call('googleTagManager', { id: gtm }))
  for (const purpose of listOf(purposes)) add(purpose)
  if (ads) add('marketing', call('googleAds', { id: ads }))
  for (const service of services) {
    const declared = { ...declarationOf(service), start: NOTHING, stop: NOTHING }
    add(service.category, call('service', declared))
  }
  return categories
}

/**
 * Returns the language of the page as one that has texts: a page may declare no language, or one in
 * another form, such as `en_US`. The SDK uses English for `undefined`.
 */
const pageLanguageOf = (/** @type {Settings} */ { page }) => {
  const languages = `[${LANGUAGES.map(language => `'${language}'`).join(', ')}]`
  return code(`${languages}.find(tag => document.documentElement.lang.startsWith(tag))`, page)
}

/** The nonce of the page's scripts, which a script can read as a property only. */
const NONCE = code("document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce", undefined)

/** Returns the options of `createConsent`, to be written or evaluated. @param {Settings} settings */
export const consentOptions = settings => ({
  language: settings.lang || pageLanguageOf(settings),
  nonce: hasNonce(settings.csp) ? NONCE : undefined,
  policy: { version: settings.policyVersion, url: policyUrlOf(settings) },
  categories: categoriesOf(settings),
})

/** Returns an import of what the options call, on several lines if it is long. */
const importFor = (/** @type {Settings} */ { ga, gtm, ads, services }) => {
  const names = [
    'createConsent',
    ...(ads ? ['googleAds'] : []),
    ...(ga ? ['googleAnalytics'] : []),
    ...(gtm ? ['googleTagManager'] : []),
    ...(services[0] ? ['service'] : []),
  ]
  return names.length > 4
    ? `import {\n${names.map(name => `  ${name},\n`).join('')}} from '@spaceone/consent'`
    : `import { ${names.join(', ')} } from '@spaceone/consent'`
}

/** The declaration that tells the hooks the categories. */
const REGISTER = `

declare module '@spaceone/consent' {
  interface Register {
    consent: typeof consent
  }
}`

/**
 * Returns the file that creates the consent.
 *
 * @param {Settings} settings @param {boolean} hasHooks @returns {File}
 */
export const consentFile = (settings, hasHooks) => {
  const { position, theme, button } = settings
  const view = {
    position: position === 'bottom' ? undefined : position,
    theme: theme || undefined,
    button: button || undefined,
    texts: textsOf(settings),
  }
  const given = Object.values(view).some(Boolean) ? `, ${literal(view, '', 26)}` : ''
  return {
    name: 'consent.ts',
    code: `${importFor(settings)}
import { mountConsentUi } from '@spaceone/consent/ui'

export const consent = createConsent(${literal(consentOptions(settings), '', 37)})
mountConsentUi(consent${given})${hasHooks ? REGISTER : ''}`,
  }
}

/** Returns the files of a site without a framework. @param {Settings} settings @returns {File[]} */
export const plainFiles = settings => [
  consentFile(settings, false),
  { name: '<body>', code: pageParts(settings).join('\n') },
  ...styleFiles(settings),
]
