import { quietly } from '../shared/errors.ts'
import { ADDRESS_PATTERN } from '../shared/patterns.ts'
import { ATTRIBUTES } from './attributes.ts'
import type { ConsentErrorCode } from './expected.ts'
import { ADDRESS, ANY, COOKIE_DAYS, DATE, POLICY_VERSION, WHOLE } from './forms.ts'
import { type Form, isTable } from './validate.ts'

/** Says whether a string is a language tag that `Intl` accepts. */
export const isLanguage = (tag: string): boolean =>
  !!quietly(() => Intl.getCanonicalLocales(tag)[0])

/** A depth that no valid text reaches. One of the deepest is `en.guide.steps.rows.chrome[0]`. */
const DEEPEST = 7

/**
 * Says whether a value has only texts and `undefined`, in lists and objects that are not too deep.
 */
const areWords = (value: unknown, depth = 0): boolean =>
  value === undefined ||
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    depth < DEEPEST &&
    Object.values(value).every(inner => areWords(inner, depth + 1)))

/**
 * Matches an address that opens the page outside an in-app browser, and `''`. The address may begin
 * with the scheme of an app, such as `kakaotalk:`.
 */
const WAY_OUT = /^(?!(javascript|data|vbscript):)[!-~]*$/i

/** A function of the npm package whose options are checked in development. */
export type CheckedCall = 'createConsent' | 'mountConsentUi' | 'service'

/**
 * Returns the forms of the options of each function of `CheckedCall`, of `service` only those that
 * the gate needs. The forms are in a function, which bundlers leave out of production, where
 * nothing calls it.
 */
export const npmForms = (): Readonly<Record<CheckedCall, Form>> => {
  const TEXT: Form = { is: ANY }
  const YES_NO: Form = { is: value => typeof value === 'boolean' }
  const CODE: Form = { is: value => typeof value === 'function' }
  const numberOf = (pattern: RegExp): Form => ({
    is: value => typeof value === 'number' && pattern.test(`${value}`),
  })
  const ADDRESSES: Form = { is: ADDRESS, each: { is: ADDRESS } }
  const SERVICES: Form = { list: { is: one => typeof Object(one).attach === 'function' } }
  // `*` alone would match the cookies and data of other services.
  const NAME = /^(?!\*$)./s
  const NAMES: Form = { list: { is: NAME, has: { name: { is: NAME } }, needs: ['name'] } }
  const VERSION: Form = {
    has: {
      ...{ version: { is: POLICY_VERSION }, effective: { is: DATE } },
      ...{ material: YES_NO, changes: { each: TEXT } },
    },
    needs: ['version', 'effective', 'material'],
  }
  const POLICY: Form = {
    has: {
      ...{ version: { is: POLICY_VERSION }, versions: { list: VERSION } },
      ...{ url: ADDRESSES, earlier: ADDRESSES, controller: { each: TEXT } },
    },
    needs: ['version'],
  }
  const COOKIE: Form = {
    has: {
      ...{ name: { is: ATTRIBUTES['cookie-name'] }, domain: { is: ATTRIBUTES['cookie-domain'] } },
      days: numberOf(COOKIE_DAYS),
    },
  }
  const isDelivery: Form['is'] = value =>
    ['attach', 'decided', 'erased'].every(name => typeof Object(value)[name] === 'function')
  const WORDS: Form = { is: areWords }
  const LINK: Form = {
    is: value => value === '' || (typeof value === 'string' && ADDRESS.test(value)),
  }
  const isDay = (value: unknown) => typeof value === 'string' && Date.parse(value) > 0
  /** The form of a site's correction of the guide for one browser. */
  const GUIDE: Form = {
    has: {
      ...{ name: WORDS, sentence: WORDS, address: WORDS, analytics: WORDS, tasks: WORDS },
      ...{ help: LINK, googleOptOut: LINK, wayOut: { is: WAY_OUT } },
      ...{ checked: { is: isDay }, legacy: YES_NO },
    },
  }
  const { position, theme, button } = ATTRIBUTES
  const LOOK = {
    ...{ position: { is: position }, theme: { is: theme }, button: { is: button } },
    ...{ zIndex: numberOf(WHOLE), nonce: TEXT, guide: { each: GUIDE } },
  }
  const TEXTS: Form = {
    is: value => isTable(value) && Object.keys(value).every(isLanguage) && areWords(value),
  }
  return {
    createConsent: {
      has: {
        policy: POLICY,
        categories: { each: { has: { services: SERVICES } } },
        services: SERVICES,
        cookie: COOKIE,
        history: { has: { days: numberOf(/^\d{1,5}$/) } },
        ...{ delivery: { is: isDelivery }, restricted: YES_NO, language: TEXT, nonce: TEXT },
        ...{ debug: YES_NO, debugHosts: { ...TEXT, list: TEXT } },
        ...{ texts: TEXTS, look: { has: LOOK } },
      },
      needs: ['policy', 'categories'],
    },
    mountConsentUi: {
      has: { ...LOOK, texts: TEXTS },
    },
    service: {
      has: {
        ...{ name: { is: /./s }, addresses: { list: { is: ADDRESS_PATTERN } } },
        ...{ cookies: NAMES, storage: NAMES, databases: NAMES, start: CODE, stop: CODE },
      },
      needs: ['name', 'addresses', 'cookies', 'start', 'stop'],
    },
  }
}

/** The options of npm whose name differs from their code by more than a dot. */
const NPM_NAMES: Readonly<Partial<Record<ConsentErrorCode, string>>> = {
  ga: 'id of googleAnalytics()',
  gtm: 'id of googleTagManager()',
  ads: 'id of googleAds()',
  'ga-server': 'server',
  layer: 'dataLayer',
  'preset-id': 'id of a preset',
  'z-index': 'zIndex',
  'debug-hosts': 'debugHosts',
  lang: 'language',
}

/** Returns the name of an npm option in messages: its path, such as `cookie.days`, or words. */
export const npmName = (code: ConsentErrorCode): string => NPM_NAMES[code] ?? code.replace('-', '.')
