import { IS_TAG } from '../shared/build.ts'
import { quietly } from '../shared/errors.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { type ConsentErrorCode, EXPECTED, EXPECTED_ID, NPM_EXPECTED, PRESETS } from './expected.ts'
import { suggestion } from './nearest.ts'
import { npmName } from './npm-forms.ts'

/** The headings in documents to which messages link, as paths in `DOCUMENTS`. */
export const LINKS = {
  tag: 'README.md#the-script-tag-in-full',
  npm: 'README.md#the-npm-package',
  declared: 'README.md#services-with-the-script-tag',
  presets: 'packages/consent/src/services/README.md#with-the-script-tag',
  pages: 'README.md#in-your-own-pages',
  csp: 'packages/consent/src/script/README.md#under-a-content-security-policy',
  texts: 'README.md#your-own-words',
  files: 'packages/consent/src/script/README.md#serving-the-files',
  domain: 'README.md#data-cookie-domain',
  stored: 'packages/consent/src/core/README.md#what-is-stored',
  one: 'packages/consent/README.md#one-on-a-page',
  markup: 'packages/consent/src/gate/README.md#blocked-markup',
  service: 'packages/consent/src/gate/README.md#services-of-your-own',
  declare: 'packages/consent/src/inventory/README.md#services-of-your-own',
  facts: 'packages/consent/src/gate/README.md#facts-about-googles-services',
  gateway: 'packages/consent/src/gate/README.md#googles-tag-gateway',
  looks: 'packages/consent/src/ui/README.md#in-the-shadow-root-of-spaceone-consent',
  sections: 'packages/consent/src/ui/README.md#sections-of-a-policy-page',
  protocol: 'packages/consent/src/evidence/README.md#protocol',
} as const

/**
 * The folder of the documents that messages point to. The build puts copies of the documents there,
 * beside the files of the script tag and in the npm package. Once the repository is public, write
 * its address here.
 */
export const DOCUMENTS = 'dist/script/docs/'

const see = (link: keyof typeof LINKS) => `See ${DOCUMENTS}${LINKS[link]}`

/** Returns the link to the options of the script tag, or of the npm package. */
const seeOptions = () => see(IS_TAG ? 'tag' : 'npm')

/** The forms of Google's ids, and what a message says about an id of each form. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^[A-Z]+-X+$/, 'a placeholder: write your own id'],
  [
    /^GTM-/,
    `a Tag Manager id: use ${IS_TAG ? 'data-gtm, or googleTagManager() in npm' : 'googleTagManager()'}`,
  ],
  [
    /^GT?-/,
    `a Google Analytics id: use ${IS_TAG ? 'data-ga, or googleAnalytics() in npm' : 'googleAnalytics()'}`,
  ],
  [/^UA-/, 'an id of Universal Analytics, which Google has shut down'],
  [/^(AW|ca-pub)-/, 'an id of Google Ads or AdSense: use googleAds() in npm'],
  [/^DC-/, 'a Floodlight id, which is not supported'],
]

/** Returns the sentences with an invalid value and what was expected. `near` is a `suggestion`. */
const fault = (name: string, value: unknown, expected: string, near = ''): string => {
  const kind = typeof value === 'string' && KINDS.find(([form]) => form.test(value))
  return `${name} is ${inWords(value)}.${kind ? ` This is ${kind[1]}.` : ''}${near} Expected ${expected}.`
}

/** Returns the text of a ConsentError. `names` are the valid values if the value is a name. */
export const optionText = (
  code: ConsentErrorCode,
  value: unknown,
  names: readonly string[],
): string => {
  const expected = { ...EXPECTED, ...NPM_EXPECTED }[code]
  return `${fault(npmName(code), value, expected, names[0] && suggestion(value, names))} This call stops here and grants nothing. ${see('npm')}`
}

/** Returns the warning about an invalid attribute, by its name, or about invalid `versions`. */
export const attributeText = (
  name: string,
  value: unknown,
  expected: string,
  isOfLooks: boolean,
): string =>
  `${fault(name, value, expected)} ${isOfLooks ? 'Its default is used.' : NOTHING} ${see('tag')}`

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return 'missing'
  // `String` throws for an object without `toString`, or whose `toString` throws.
  return `"${(quietly(() => String(value)) ?? typeof value).slice(0, 80)}"`
}

/** The consequence if the SDK cannot ask the visitor. */
const NOTHING = 'No banner is shown and nothing optional runs.'

/** The consequence if the view cannot be loaded: the gate works without the view. */
const NO_VIEW =
  'No banner is shown and nothing optional runs without a grant. A visitor who opens the settings is asked by the browser.'

/** The consequence if a file cannot be loaded or shown, by the first word of the file's name. */
const WITHOUT: Readonly<Record<string, string>> = {
  ui: NO_VIEW,
  banner: NO_VIEW,
  preferences: 'A visitor who opens the settings is asked by the browser.',
  placeholder: 'Blocked iframes stay empty.',
  start: "Google's tag stays blocked.",
  evidence: 'The decisions wait in this browser for a page that has the file.',
}

/** Returns the warning about a file or part of the SDK that could not be loaded or shown. */
const missing = (name: string, error: unknown): string => {
  // A file of another version throws the version of consent.js, as a string.
  const isMixed = typeof error === 'string'
  const now = ownProperty(WITHOUT, name.replace(/\W.*/, '')) ?? 'The rest of the page goes on.'
  return `${name} ${isMixed ? `is of another version than consent.js, which is ${error}` : 'could not be loaded or shown'}. Expected all files of one version, unchanged, in one folder. ${now} ${see(IS_TAG ? 'files' : 'npm')}`
}

/** Returns the warning about a property whose name is unknown. */
const unknown = (path: unknown, names: unknown, link: keyof typeof LINKS): string =>
  `${path} is unknown.${suggestion(`${path}`.replace(/.*\./, ''), names)} Expected ${joinNames(names)}. The property is ignored. ${see(link)}`

/** Where to put markup that ran or was requested before the SDK started. */
const BELOW = IS_TAG ? ' below consent.js' : ' below the script that calls createConsent'

/** Returns the warning about an inline script with `data-consent` and without `type="text/plain"`. */
const inlineText = (script: HTMLScriptElement, category: unknown, isAbove: unknown): string => {
  const code = `${script.textContent}`.trim().slice(0, 40)
  const type = [script.type, script.getAttribute('data-type')].includes('module')
    ? ' data-type="module"'
    : ''
  const now = isAbove
    ? 'The script ran before it was allowed, at each visit.'
    : 'The script waits for the grant. If write() of the document has inserted it, it has run at once.'
  return `The inline script "${code}" has data-consent and no type="text/plain". Expected <script type="text/plain"${type} data-consent="${category || 'category'}">. ${now} ${see('markup')}`
}

const LATER = 'The decisions wait in this browser and are sent again later.'

/**
 * The sentences of warnings, made from their values. The first code is a sentence: in a file that
 * joins the scripts of a site, `consent.js` finds no `explain.js`, so the console shows the code.
 */
const WARNINGS: Readonly<Record<string, (...values: readonly unknown[]) => string>> = {
  'No data-policy-version: do not join consent.js with other scripts. Google is blocked.': () =>
    document.querySelector('script[src*="consent.js"]')
      ? `The script tag of consent.js has no data-policy-version. Expected data-policy-version with the version of your privacy policy, such as "2024-01-18", and one of data-ga, data-gtm and data-categories. No banner is shown, and all of Google is blocked. ${see('tag')}`
      : `No tag has data-policy-version. Expected consent.js in a script tag of its own: exclude consent.js from joined scripts. No banner is shown, and all of Google is blocked. ${see('files')}`,
  'decision-not-saved': () =>
    `A decision could not be saved. Expected a record of at most 1 kB, with short names of categories and services. Nothing is granted. ${see('stored')}`,
  category: (name, keys) =>
    `"${name}" names no category and no declared service of this page.${suggestion(name, keys)} Expected ${joinNames(keys) || 'no name, because the page has no category'}. What waits for this name stays blocked. ${see(IS_TAG ? 'declared' : 'service')}`,
  'compare-with': address =>
    `${address} could not be read as an earlier inventory. Expected a JSON of inventoryOf() on this origin. The section is shown without changes. ${see('declare')}`,
  declaration: (path, value, expected, now = 'Visitors read “Not stated”.') =>
    Array.isArray(expected)
      ? unknown(path, expected, 'declare')
      : `${fault(`${path}`, value, `${expected}`)} ${now} ${see('declare')}`,
  'facts-unused': name =>
    `${name} is not started by this tag. Expected data-ga for facts about Google Analytics, data-gtm for facts about Google Tag Manager, or a category in this entry of services. ${NOTHING} ${see('facts')}`,
  dropped: (url, status) =>
    `${url} answered ${status} to a decision. Expected 200 or 204. This decision is dropped, and the next one is sent. ${see('protocol')}`,
  // `status` is `true` if the page's Content-Security-Policy has blocked the request.
  'delivery-later': (url, status) =>
    status === true
      ? `${url} is blocked by the Content-Security-Policy of this page. Expected its host in connect-src. ${LATER} ${see('csp')}`
      : `${url} ${status ? `answered ${status} to a decision` : 'was not reached'}. Expected 200 or 204. ${LATER} ${see('protocol')}`,
  'late-versions': () =>
    `spaceoneConsent() got versions or services after consent.js had started. Expected the call before the script tag. These versions do not count. These services are not started, and their addresses and cookies are not blocked; only blocked markup that names them follows the visitor's choice. ${see('texts')}`,
  'loaded-twice': () =>
    `consent.js is loaded twice. Expected one script tag. This copy is ignored. ${see('tag')}`,
  'missing-file': (file, error) => missing(`${file}`, error),
  'module-script': () =>
    `consent.js was loaded with type="module", or in another way that hides its script element. Expected a classic script, without type: a module is deferred, and scripts of the page run before it. consent.js works from now on; scripts that ran before it were not blocked. ${see('tag')}`,
  'no-banner-place': () =>
    `The position of the banner is "inline", and the page has no element with data-consent-banner. Expected <div data-consent-banner></div> where the banner belongs. The banner is shown as with "bottom". ${see('tag')}`,
  'no-way-back': found =>
    `No way back to the choice was found on this page. Expected an element with data-consent-open, data-button on the script tag, or a call of openPreferences(). Found ${found}. Without a way back a visitor cannot withdraw. ${see('tag')}`,
  'nonce-missing': () =>
    `A blocked script has another nonce than ${IS_TAG ? 'consent.js' : 'the option nonce of createConsent'}, or none. Expected the nonce of the page on both. The script stays blocked. ${see('csp')}`,
  'not-started': () =>
    `consent.js stopped with the error beside this sentence. Expected calls such as spaceoneConsent({ texts: {} }) or spaceoneConsent(consent => {}), and of each service a name, and a category or the reason why it is necessary. ${NOTHING} ${see('texts')}`,
  'not-declared': category =>
    category === undefined
      ? `Google Tag Manager is the only optional service of this page. Expected a service for each tag of the container, such as one in ${IS_TAG ? 'spaceoneConsent({ services: [] })' : 'createConsent({ services: [] })'}. Visitors are not told what the tags of the container store and send. ${see('declare')}`
      : `No service is declared for the purpose "${category}". Expected a service in this category, such as one in ${IS_TAG ? 'spaceoneConsent({ services: [] })' : 'createConsent({ services: [] })'}. Visitors read “Not stated”. ${see('declare')}`,
  'nothing-asked': () =>
    `There is nothing to ask: the page has no category. Expected ${IS_TAG ? 'data-ga, data-gtm or data-categories on the script tag' : 'a name under `categories` of createConsent'}. ${NOTHING} ${seeOptions()}`,
  'npm-first': () =>
    `The npm package has created a consent on this page before consent.js was loaded. Expected either the package or consent.js. consent.js uses that consent, and of the script tag only data-restricted. ${see('one')}`,
  'other-host': (domain, host) =>
    `The cookie domain is "${domain}", and this page is on ${host}. Expected a domain that the host of the page is under. The record is stored for ${host} alone. ${see(IS_TAG ? 'domain' : 'npm')}`,
  'other-markup': category =>
    `A script with type="text/plain" has data-category="${category}", the markup of another library, such as vanilla-cookieconsent. Expected data-consent="${category || 'category'}" in place of data-category. The script stays blocked. ${see('markup')}`,
  'other-set-up': () =>
    `createConsent was called again with other options. Expected the same options, or destroy() of the first consent before the call. The second consent grants nothing. ${see('one')}`,
  'outbox-full': () =>
    `More than 100 decisions wait to be delivered. Expected an endpoint that answers. The oldest decision is dropped. ${see('protocol')}`,
  preset: name =>
    `The file of the preset "${name}" is not loaded.${suggestion(name, PRESETS)} Expected its script tag before that of consent.js, and one of ${joinNames(PRESETS)}. Visitors are not asked about its category. ${see('presets')}`,
  'preset-id': (name, id) =>
    `${fault(`The id of ${name}`, id, EXPECTED_ID)} ${NOTHING} ${see('presets')}`,
  'requested-early': (address, name, category, isAbove, element) => {
    const given = element as Element
    if (name === 'template') {
      const attribute = ['src', 'href', 'poster'].find(one => given.hasAttribute(one))
      const found = given.getAttribute(`${attribute}`)
      return `${found} in <template data-consent="${category}"> may be requested before it is allowed: Firefox requests addresses in templates. Expected <${given.localName} data-${attribute}="${found}">. The template waits, but each visit with Firefox requests the address. ${see('markup')}`
    }
    if (!address) return inlineText(element as HTMLScriptElement, category, isAbove)
    return `${address} was requested before it was allowed. ${given.hasAttribute?.('data-consent') ? 'data-consent has no effect with src: write data-src.' : 'The element has src and no data-consent: write data-src and data-consent.'} Expected <${name}${name === 'script' ? ' type="text/plain"' : ''} data-consent="${category || 'category'}" data-src="${address}">${name === 'img' ? '' : `</${name}>`}${isAbove ? BELOW : ''}. Each visit requests the address. ${see('markup')}`
  },
  'service-failed': name =>
    `Service "${name}" could not start. Expected start() to return without an error, and patterns in addresses that can be parsed. Its valid addresses and its cookies stay blocked on this page. ${see('service')}`,
  'service-slow': name =>
    `Service "${name}" has not started after 10 seconds. Expected the promise that start() returns to settle sooner. Nothing else waits for the service. ${see('service')}`,
  'tag-config': (id, page, option) =>
    `The page's config of ${id} sets ${differences(page as Cookies, option as Cookies)}. Expected the same in ${IS_TAG ? "`cookies` of an entry { name: 'Google Analytics', cookies: [] } of spaceoneConsent({ services: [] })" : 'the option config of googleAnalytics()'}. ${see('facts')}`,
  'tag-first': loaded =>
    `A tag of Google ran before the SDK: ${idsIn(Object.keys({ ...(loaded as object) }))}. Expected the tag${BELOW}, or only the tag that the SDK loads. It may have sent one hit; without a grant it is silent from now on. ${see('gateway')}`,
  'tag-forbidden': address =>
    `${address} is blocked by the Content-Security-Policy of this page. Expected its host in script-src, or the nonce of the page ${IS_TAG ? 'on consent.js' : 'as the option nonce of createConsent'}. The tag stays blocked. ${see('csp')}`,
  'tag-gateway': ids =>
    `Google's tag gateway serves a tag on a path of this site: ${idsIn(ids)}. Expected this path in data-ga-server, or in the option server in npm. Until the grant the tag sends nothing, but each visit requests its script. ${see('gateway')}`,
  'validity-short': days =>
    `A decision counts for ${days} days. Expected at least 184: a visitor who has refused is not asked again within six months. The page asks again after ${days} days. ${seeOptions()}`,
  'unknown-attribute': (name, names) =>
    `data-${name} is unknown.${suggestion(name, names, 'data-')} The attribute is ignored. ${see(IS_TAG ? 'tag' : 'pages')}`,
  'unknown-language': language =>
    `There are no texts in the language "${language}". Expected en, ko, ja, or a language that you have added texts for. English is used. ${see('texts')}`,
  // Without a function, the option is one of a call of the global.
  'unknown-option': (path, names, call) =>
    unknown(`${call ?? 'spaceoneConsent'}().${path}`, names, call ? 'npm' : 'texts'),
  'unknown-section': (name, names) =>
    `data-consent-section is "${name}".${suggestion(name, names)} Expected ${joinNames(names)}. The content of the element stays. ${see('sections')}`,
  texts: (key, text) => {
    const keys = Object.keys(text as object)
    return `"${key}" is no key of the texts.${suggestion(key, keys)} Expected ${joinNames(keys)}. This text is not shown. ${see('texts')}`
  },
  'view-failed': (part, language, error) => missing(`${part} (${language})`, error),
}

/** The sentences of the warnings that only the npm package writes. */
const NPM_WARNINGS: typeof WARNINGS = {
  'accent-text': (text, accent, contrast, least) =>
    `--consent-accent-text is "${text}". Its contrast with the accent, ${accent}, is ${contrast}. Expected at least ${least}. The site's colour is used, and visitors may not be able to read the buttons; without the property the text is worked out. ${see('looks')}`,
  'markup-unattended': key =>
    `An element with data-consent="${key}" is in the page, and nothing unblocks it. Expected blockedMarkup(), or a service such as googleAnalytics(), among the services of createConsent. The element stays blocked. ${see('markup')}`,
  'not-mounted': name =>
    `An element with data-${name} is in the page, and after 10 seconds nothing has called mountConsentUi. Expected mountConsentUi(consent), of @spaceone/consent/ui. The element does nothing, and no banner is shown. ${see('npm')}`,
}

/** Parameters of a `config` command for Google Analytics. */
type Cookies = Readonly<Record<string, unknown>> | undefined

/** What visitors read of the cookies of Google Analytics if the site states nothing of them. */
const COOKIES = { cookie_expires: '13 months', cookie_update: false, cookie_prefix: 'no prefix' }

/** Returns in words which parameters the page sets to another value than visitors read. */
const differences = (page: Cookies, option: Cookies): string =>
  Object.entries({ ...COOKIES, ...option })
    .filter(([name, told]) => name in COOKIES && page && name in page && page[name] !== told)
    .map(([name, told]) => `${name} to ${page?.[name]}, but visitors read ${told}`)
    .join(', and ')

/**
 * Returns the ids of Google's tags among names, such as `G-ABC123, GTM-ABC123`; without one, words
 * that say so.
 */
const idsIn = (names: unknown): string =>
  joinNames([names].flat().filter(name => /^[A-Z]+-/.test(`${name}`))) || 'its id is unknown'

const joinNames = (names: unknown): string => (names as readonly string[]).join(', ')

/**
 * Returns the sentences of a warning, and the objects that the console shows beside them. For a
 * code without sentences, returns the code and all values.
 */
export const warningText = (
  code: string,
  values: readonly unknown[],
): readonly [string, ...unknown[]] => {
  const write =
    ownProperty(WARNINGS, code) ?? (IS_TAG ? undefined : ownProperty(NPM_WARNINGS, code))
  return write ? [write(...values), ...values.filter(value => !isData(value))] : [code, ...values]
}

/** Says whether a value can stand in sentences. Errors and elements stand beside sentences. */
const isData = (value: unknown): boolean =>
  !value ||
  typeof value !== 'object' ||
  ['Object', 'Array'].includes(Object.prototype.toString.call(value).slice(8, -1))
