import { type ConsentOptions, consentError } from '@spaceone/consent-core'
import { googleAnalytics } from '@spaceone/consent-gate'
import { pageLanguage, supportedLanguage } from './page-language.ts'

/**
 * Reads the configuration from the `data-*` attributes of the SDK's own script element.
 *
 * @throws ConsentError whose code, with `data-` before it, is the attribute that is wrong.
 */
export const tagOptions = ({ dataset, nonce }: HTMLScriptElement): ConsentOptions<string> => {
  const { ga: id, gaServer: server, policyVersion: version = '', policyUrl, lang } = dataset
  const { cookieName: name, cookieDomain: domain, cookieDays: days, restricted } = dataset
  const language = lang === undefined ? pageLanguage() : supportedLanguage(lang)
  if (!language) throw consentError('lang', lang, 'en, ko or ja')
  const url: Record<string, string> = policyUrl === undefined ? {} : { default: policyUrl }
  for (const [key, value = ''] of Object.entries(dataset)) {
    // data-policy-url-ko
    const [, ofLanguage] = /^policyUrl([A-Z]\w+)$/.exec(key) ?? []
    if (ofLanguage) url[ofLanguage.toLowerCase()] = value
  }
  return {
    policy: { version, url },
    categories:
      id === undefined ? {} : { analytics: { services: [googleAnalytics({ id, server })] } },
    cookie: { name, domain, days: days === undefined ? days : Number(days) },
    language,
    restricted: restricted !== undefined && restricted !== 'false',
    nonce,
  }
}
