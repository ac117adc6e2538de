import { checkView } from '../check-view.ts'
import {
  type ConsentOptions,
  checkAddress,
  checkCategoryNames,
  consentError,
  outboxKey,
  type PolicyOptions,
  type Service,
} from '../core/index.ts'
import { keepDecisions } from '../evidence/index.ts'
import { googleAnalytics, googleTagManager } from '../gate/index.ts'
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
  const language = lang === undefined ? pageLanguage(added) : supportedLanguage(lang, added)
  if (!language) throw consentError('lang', lang)
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
    language,
    restricted: restricted !== 'false',
    nonce,
  }
}

/** Gives what stands in `data-*`, and nothing that `Object.prototype` has. */
const attributesOf = ({ dataset }: HTMLScriptElement): DOMStringMap => ({
  __proto__: null as never,
  ...dataset,
})

/** Reads an address that there may be one of for each language: `data-policy-url-ko`. */
const byLanguage = (dataset: DOMStringMap, attribute: string): Record<string, string> => {
  const url: Record<string, string> = {}
  for (const [key, value = ''] of Object.entries(dataset))
    if (key.startsWith(attribute))
      url[key.slice(attribute.length).toLowerCase() || 'default'] = value
  return url
}

/**
 * Reads how the view is put on the page.
 *
 * @throws ConsentError as above.
 */
export const tagUiOptions = (script: HTMLScriptElement): ConsentUiOptions => {
  const { position, theme, button, zIndex } = attributesOf(script)
  checkView({ position, theme, button, zIndex })
  return { position, theme, button, zIndex: zIndex && Number(zIndex) } as ConsentUiOptions
}
