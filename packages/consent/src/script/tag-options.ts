import {
  type ConsentOptions,
  decodeRecord,
  encodeRecord,
  type PolicyOptions,
  type Service,
} from '../core/index.ts'
import { keepDecisions, type startDelivery } from '../evidence/index.ts'
import {
  addFacts,
  blockGoogle,
  gatedService,
  googleAnalytics,
  googleTagManager,
  type Preset,
} from '../gate/index.ts'
import type { StatedFacts } from '../inventory/index.ts'
import { ATTRIBUTES, LOOKS } from '../options/attributes.ts'
import { warnOfDoubts } from '../options/check-options.ts'
import type { AttributeCode } from '../options/expected.ts'
import { warn } from '../options/warn.ts'
import { pageLanguage, supportedLanguage } from '../shared/languages.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { afterNextFrame } from '../shared/timers.ts'
import type { Configuration } from './page-global.ts'

/** The names of all attributes, joined by commas. */
const NAMES = Object.keys(ATTRIBUTES).join()

/**
 * The values of the script element's attributes, by name without `data-`. A page may write a
 * policy's address once for each language; the one without a language has the key `default`.
 */
export type Attributes = {
  readonly [Code in AttributeCode]?: Code extends `policy-${'url' | 'earlier'}`
    ? Readonly<Record<string, string>>
    : string
} & {
  readonly 'policy-version': string
  /** Whether an attribute is invalid that changes more than the look, see `LOOKS`. */
  readonly isInvalid?: boolean
}

/**
 * Reads the attributes, and warns of the invalid ones, which are left out if they change only the
 * look. Does not use `dataset`: on a page that has set `Object.prototype.get`, Chromium throws when
 * code lists the keys of `dataset`.
 */
export const readAttributes = (script: HTMLScriptElement): Attributes => {
  const values = Object.create(null)
  // Check `data-policy-version` even if it is missing: a tag without this attribute is invalid.
  for (const attribute of new Set(['data-policy-version', ...script.getAttributeNames()])) {
    const [, addresses, language = 'default', code = addresses] =
      /^data-(?:(policy-url|policy-earlier)(?:-(.*))?|(.*))$/.exec(attribute) ?? []
    if (!code) continue
    const value = script.getAttribute(attribute)
    values[code] = addresses ? { ...values[code], [language]: value } : value
    const form = ownProperty(ATTRIBUTES, code)
    if (form?.test(value ?? '')) continue
    if (form) {
      warn(attribute, value)
      if (LOOKS.includes(code)) delete values[code]
      else values.isInvalid = true
    } else if (NAMES.includes(code.slice(0, 3)) || NAMES.includes(code.slice(-3)))
      // Checks only whether a known name contains the first or last three letters; `explain`
      // compares whole names. Other names belong to tools of the site, such as `data-turbo-track`.
      warn(attribute)
  }
  return values
}

/**
 * Returns the options of `createConsent` for the attributes and what the page has configured.
 * `added` are the languages of the page's texts. Leaves out an entry of `services` with a preset
 * whose file is missing and without a category. Throws if an entry has neither a name nor a preset,
 * or has neither a category nor a reason in words, and no attribute starts a service of its name.
 */
export const tagOptions = (
  values: Attributes,
  versions: PolicyOptions['versions'],
  added: readonly string[],
  load: <Part>(file: string) => Promise<Part>,
  declared: NonNullable<Configuration['services']>,
  presets: NonNullable<Configuration['presets']> = {},
): ConsentOptions<string> & { readonly services: readonly Service[] } => {
  const { ga, gtm, 'ga-server': server, layer: dataLayer, lang, delivery: url, categories } = values
  const {
    'cookie-domain': domain,
    restricted = 'false',
    'delivery-refusals': refusals = 'false',
  } = values
  const days = Number(values['cookie-days'])
  const language = lang ? supportedLanguage(lang, added) : pageLanguage(added)
  if (!language) warn('unknown-language', lang)
  const services: Service[] = []
  if (ga) services.push(googleAnalytics({ id: ga, server, dataLayer }))
  if (gtm) services.push(googleTagManager({ id: gtm, server, dataLayer }))
  const names = categories?.split(/[\s,]+/) ?? []
  if (services[0]) names.unshift('analytics')
  const others = declared.flatMap(row => {
    const { preset } = row
    const loaded = preset && presets[preset]?.(row)
    const one = (loaded || row) as Partial<Preset>
    const { name = preset, category, necessary, isInvalid, id } = one
    if (isInvalid) warn('preset-id', name, id)
    if (preset && !loaded) {
      warn('preset', name)
      if (!category) return []
    }
    if (name && (category || Object(necessary) === necessary)) {
      if (category) names.push(category)
      // A preset without its file has no rules. An address that cannot be parsed keeps the SDK from
      // asking about its category.
      const addresses = preset && ['']
      return gatedService({ start() {}, stop() {}, addresses, ...one, name } as Preset)
    }
    // The entry holds facts for a service that an attribute starts.
    const started = services.find(service => service.name === name)
    if (!started) throw new Error(name)
    addFacts(started, one as StatedFacts)
    return []
  })
  warnOfDoubts(names, domain, days)
  return {
    policy: {
      version: values['policy-version'],
      versions,
      url: values['policy-url'],
      earlier: values['policy-earlier'],
    },
    categories: Object.fromEntries(
      names.map(name => [name, name === 'analytics' ? { services } : {}]),
    ),
    services: others,
    cookie: {
      name: values['cookie-name'],
      domain,
      days: days || undefined,
    },
    delivery: url
      ? keepDecisions(
          { url, refusals: refusals !== 'false', encode: encodeRecord, decode: decodeRecord },
          () =>
            afterNextFrame(() =>
              load<{ readonly startDelivery: typeof startDelivery }>('evidence.js'),
            ),
        )
      : undefined,
    language: language ?? 'en',
    restricted: restricted !== 'false',
    debug: values.debug,
    debugHosts: values['debug-hosts'],
  }
}

/**
 * Returns the options for a page with invalid attributes: no category, and all of Google is
 * blocked.
 */
export const blockedOptions = (
  values: Pick<Attributes, 'ga-server' | 'debug' | 'debug-hosts'>,
): ConsentOptions<string> => ({
  policy: { version: '-' },
  categories: {},
  services: [blockGoogle(values['ga-server'])],
  debug: values.debug,
  debugHosts: values['debug-hosts'],
})
