import { type ConsentOptions, consentError, type Service } from '@spaceone/consent-core'
import { googleAnalytics, googleTagManager } from '@spaceone/consent-gate'
import { pageLanguage, supportedLanguage } from './page-language.ts'

/**
 * Reads the configuration from the `data-*` attributes of the SDK's own script element.
 *
 * @throws ConsentError whose code, with `data-` before it, is the attribute that is wrong.
 */
export const tagOptions = ({ dataset, nonce }: HTMLScriptElement): ConsentOptions<string> => {
  const { ga, gtm, gaServer: server, layer: dataLayer, policyVersion: version = '', lang } = dataset
  const { cookieName: name, cookieDomain: domain, cookieDays: days, restricted = 'false' } = dataset
  const language = lang === undefined ? pageLanguage() : supportedLanguage(lang)
  if (!language) throw consentError('lang', lang)
  const url: Record<string, string> = {}
  for (const [key, value = ''] of Object.entries(dataset)) {
    // data-policy-url, data-policy-url-ko
    const [found, ofLanguage = 'default'] = /^policyUrl([A-Z]\w+)?$/.exec(key) ?? []
    if (found) url[ofLanguage.toLowerCase()] = value
  }
  const services: Service[] = []
  if (ga !== undefined) services.push(googleAnalytics({ id: ga, server, dataLayer }))
  if (gtm !== undefined) services.push(googleTagManager({ id: gtm, server, dataLayer }))
  return {
    policy: { version, url },
    categories: services[0] ? { analytics: { services } } : {},
    cookie: { name, domain, days: days === undefined ? days : Number(days) },
    language,
    restricted: restricted !== 'false',
    nonce,
  }
}
