import { VIEW_FORMS } from '../check-view.ts'
import {
  type ConsentErrorCode,
  type ConsentOptions,
  checkAddress,
  checkCategoryNames,
  consentError,
  outboxKey,
  type PolicyOptions,
  type Service,
} from '../core/index.ts'
import { keepDecisions } from '../evidence/index.ts'
import { blockGoogle, googleAnalytics, googleTagManager, heldMarkup } from '../gate/index.ts'
import { warn } from '../shared/warn.ts'
import type { ConsentUiOptions } from '../ui/index.ts'
import { pageLanguage, supportedLanguage } from './page-language.ts'

/**
 * Reads the configuration from the `data-*` attributes of the SDK's own script element.
 *
 * @param versions What the page says of the policy's versions.
 * @param added The languages that the page has texts for.
 * @throws ConsentError whose code, with `data-` before it, is the attribute that is wrong.
 */
export const tagOptions = (
  script: HTMLScriptElement,
  versions: PolicyOptions['versions'],
  added: readonly string[],
): ConsentOptions<string> => {
  const { nonce, src } = script
  const dataset = attributesOf(script)
  const { ga, gtm, gaServer: server, layer: dataLayer, policyVersion: version = '', lang } = dataset
  const { cookieName: name, cookieDomain: domain, cookieDays: days, restricted = 'false' } = dataset
  const { report: url, reportRefusals: refusals = 'false' } = dataset
  checkAddress('report', url)
  const language = supportedLanguage(lang, added)
  if (lang && !language) useDefault('lang', lang)
  const services: Service[] = []
  if (ga !== undefined) services.push(googleAnalytics({ id: ga, server, dataLayer }))
  if (gtm !== undefined) services.push(googleTagManager({ id: gtm, server, dataLayer }))
  const names = dataset['categories']?.split(/[\s,]+/) ?? []
  checkCategoryNames(names)
  if (services[0]) names.unshift('analytics')
  return {
    policy: {
      version,
      versions,
      url: byLanguage(dataset, 'policyUrl'),
      earlier: byLanguage(dataset, 'policyEarlier'),
    },
    categories: Object.fromEntries(
      names.map(name => [name, name === 'analytics' && services[0] ? { services } : {}]),
    ),
    cookie: { name, domain, days: days === undefined ? days : Number(days) },
    // It lies beside our own file, like everything else that is loaded late.
    report:
      url === undefined
        ? url
        : keepDecisions(
            { url, refusals: refusals !== 'false' },
            outboxKey,
            async () => import(new URL('evidence.js', src).href),
          ),
    language: language ?? pageLanguage(added),
    restricted: restricted !== 'false',
    nonce,
  }
}

/**
 * Returns what stands in `data-*`, by the names of `dataset`. Not read from `dataset`: Chromium throws
 * when it lists that where a page has put a `get` on `Object.prototype`.
 */
const attributesOf = (script: HTMLScriptElement): DOMStringMap => {
  const table = Object.create(null)
  for (const name of script.getAttributeNames())
    table[name.replace(/^data-|-(.)/g, (_, letter = '') => letter.toUpperCase())] =
      script.getAttribute(name)
  return table
}

/** Reads an address that there may be one of for each language: `data-policy-url-ko`. */
const byLanguage = (dataset: DOMStringMap, attribute: string): Record<string, string> => {
  const url: Record<string, string> = {}
  for (const [key, value = ''] of Object.entries(dataset))
    if (key.startsWith(attribute))
      url[key.slice(attribute.length).toLowerCase() || 'default'] = value
  return url
}

/**
 * Makes the set-up of a page whose attributes are invalid: nothing is asked, nothing can be granted, and
 * all of Google's hosts stay blocked where the tag names an id of Google's.
 */
export const blockedOptions = (script: HTMLScriptElement): ConsentOptions<string> => {
  const { ga, gtm, gaServer } = attributesOf(script)
  return {
    policy: { version: '-' },
    categories: {},
    restricted: true,
    services: [heldMarkup(), ...((ga ?? gtm) === undefined ? [] : [blockGoogle(gaServer)])],
  }
}

/** Reads how the view is put on the page. An invalid attribute takes its default. */
export const tagUiOptions = (script: HTMLScriptElement): ConsentUiOptions => {
  const dataset = attributesOf(script)
  const options: Record<string, string | number> = {}
  for (const [name, form] of Object.entries(VIEW_FORMS)) {
    const value = dataset[name === 'z-index' ? 'zIndex' : name] ?? ''
    if (form.test(value)) options[name] = name === 'z-index' ? Number(value) : value
    else if (value) useDefault(name as ConsentErrorCode, value)
  }
  return { ...options, zIndex: options['z-index'] } as ConsentUiOptions
}

const useDefault = (code: ConsentErrorCode, value: string): void =>
  warn(`data-${consentError(code, value).message}. Its default is used.`)
