// The settings of the playground: names, defaults and valid forms. An address has the same names.
// Attributes and options have the same valid forms as in the SDK.

/** @typedef {'en' | 'ko' | 'ja'} Language */
/** @typedef {'heading' | 'lead' | 'accept' | 'reject' | 'preferences'} TextKey */
/** @typedef {{ [Key in `${TextKey | 'policyUrl'}.${Language}`]: string }} ByLanguage */

/**
 * A service of the site's own. Lists are joined by commas.
 *
 * @typedef {{
 *   name: string, category: string, company: string, country: string, relation: string,
 *   hosts: string, cookies: string, days: string,
 * } & { [Key in `${'words' | 'theirs'}.${Language}`]: string }} Service
 */

/**
 * All settings. '' means that the site leaves the option out. `page` is the language of the pages
 * in the frames, `accent` a colour of six hexadecimal digits, `csp` how the site's
 * Content-Security-Policy allows scripts.
 *
 * @typedef {{
 *   lang: string, page: string, position: string, theme: string, accent: string, button: string,
 *   ga: string, gtm: string, ads: string, purposes: string,
 *   policyVersion: string, policyUrl: string, csp: string, services: readonly Service[],
 * } & ByLanguage} Settings
 */

/** @type {readonly Language[]} */
export const LANGUAGES = ['en', 'ko', 'ja']

/** The texts of the banner that the playground can change. @type {readonly TextKey[]} */
export const TEXTS = ['heading', 'lead', 'accept', 'reject', 'preferences']

/** The purposes that have a name in the SDK's own texts, besides `analytics`. */
export const PURPOSES = ['marketing', 'personalization']

/** The largest number of services in an address. */
export const MOST_SERVICES = 6

/** An address on https, or on http of this machine, or a path. No other scheme can be in a link. */
const ADDRESS =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?([/?#]|$)|\/(?!\/))/i

const TEXT = /^.{1,300}$/

/** Returns an entry for each language: `heading.en`, `heading.ko`, `heading.ja`. */
const byLanguage = (/** @type {string} */ key, /** @type {RegExp} */ form) =>
  Object.fromEntries(LANGUAGES.map(language => [`${key}.${language}`, form]))

/** The valid form of each setting, or of each item of a list. '' is valid where the default is ''. */
export const FORMS = {
  lang: /^(en|ko|ja)$/,
  page: /^(en|ko|ja)$/,
  position: /^(bottom|left|right|inline)$/,
  theme: /^(light|dark|auto)$/,
  accent: /^[\da-f]{6}$/i,
  button: /^(left|right)$/,
  ga: /^GT?-(?!X+$)[A-Z\d]+$/,
  gtm: /^GTM-(?!X+$)[A-Z\d]+$/,
  ads: /^(AW-\d+|ca-pub-\d+)$/,
  purposes: /^(marketing|personalization)$/,
  csp: /^(nonce|strict-dynamic|hosts)$/,
  policyVersion: /^[ -~]{1,40}$/,
  policyUrl: ADDRESS,
  ...byLanguage('policyUrl', ADDRESS),
  ...Object.assign({}, ...TEXTS.map(key => byLanguage(key, TEXT))),
}

/** The valid form of each property of a service. */
export const SERVICE_FORMS = {
  name: /^.{1,60}$/,
  category: /^[a-z][\w-]{0,39}$/i,
  ...byLanguage('words', TEXT),
  company: /^.{1,80}$/,
  ...byLanguage('theirs', TEXT),
  country: /^[A-Z]{2}$/,
  relation: /^(processor|third-party|collects-itself)$/,
  hosts:
    /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*|\*(\/[!-~]*)?\?[!-~]+)$/,
  cookies: /^(?!\*$)[^\s,;=]+$/,
  days: /^[1-9]\d{0,3}$/,
}

const emptied = (/** @type {object} */ forms) =>
  Object.fromEntries(Object.keys(forms).map(key => [key, '']))

export const DEFAULTS = /** @type {Settings} */ ({
  ...emptied(FORMS),
  page: 'en',
  position: 'bottom',
  ga: 'G-1A2B3C4',
  policyVersion: '2024-01-18',
  policyUrl: '/privacy',
  services: /** @type {readonly Service[]} */ ([]),
})

/** A service without any values. */
export const EMPTY_SERVICE = /** @type {Service} */ (emptied(SERVICE_FORMS))

/** The settings that a site cannot leave out. */
const REQUIRED = ['page', 'position', 'policyVersion', 'name', 'category']

/** The settings that are lists. */
const LISTS = ['purposes', 'hosts', 'cookies']

/** Returns the items of a list that a person has written, with commas or spaces between. */
export const listOf = (/** @type {string} */ text) => text.split(/[\s,]+/).filter(Boolean)

/**
 * Says whether a value of a setting is valid. `key` has no number of a service.
 *
 * @param {string} key @param {string} value @param {Readonly<Record<string, RegExp>>} [forms]
 */
export const isValid = (key, value, forms = FORMS) => {
  const form = Object.hasOwn(forms, key) ? forms[key] : undefined
  if (!form) return false
  if (value === '') return !REQUIRED.includes(key)
  return LISTS.includes(key) ? listOf(value).every(item => form.test(item)) : form.test(value)
}

/** Says whether a Content-Security-Policy allows scripts by nonce. */
export const hasNonce = (/** @type {string} */ csp) => csp === 'nonce' || csp === 'strict-dynamic'

/** Returns the language of the banner: that of the script tag, otherwise that of the page. */
export const spokenIn = (/** @type {Settings} */ { lang, page }) =>
  /** @type {Language} */ (lang || page)
