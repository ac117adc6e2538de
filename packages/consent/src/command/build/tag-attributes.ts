import type { SiteConfig } from '../read-config.ts'
import type { TagServices } from './tag-services.ts'

type Addresses = string | Readonly<Record<string, string>> | undefined

/** Returns the attribute of an address, or one for each language, such as `policy-url-ko`. */
const addresses = (name: string, given: Addresses) =>
  typeof given === 'object'
    ? Object.fromEntries(Object.entries(given).map(([key, one]) => [`${name}-${key}`, one]))
    : { [name]: given }

const flag = (value: unknown): string | undefined => (value ? '' : undefined)

/** Returns the attributes of the script tag for a configuration, by name without `data-`. */
export const tagAttributesOf = (
  config: SiteConfig,
  { attributes, categories }: TagServices,
): Readonly<Record<string, string>> => {
  const { policy, cookie = {}, look = {}, language, debug, debugHosts, restricted } = config
  const { url, refusals } = Object(config.delivery)
  const all: Readonly<Record<string, string | number | undefined>> = {
    ...attributes,
    'policy-version': policy.version,
    ...addresses('policy-url', policy.url),
    ...addresses('policy-earlier', policy.earlier),
    categories: categories.join(', ') || undefined,
    lang: language || undefined,
    'cookie-name': cookie.name,
    'cookie-domain': cookie.domain,
    'cookie-days': cookie.days,
    ...{ position: look.position, theme: look.theme, button: look.button },
    'z-index': look.zIndex,
    delivery: url,
    'delivery-refusals': flag(refusals),
    restricted: flag(restricted),
    debug: flag(debug),
    'debug-hosts': debugHosts && [debugHosts].flat().join(', '),
  }
  const given = Object.entries(all).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, `${value}`]))
}

const inAttribute = (text: string): string =>
  text.replace(/[&"<]/g, one => `&${{ '&': 'amp', '"': 'quot', '<': 'lt' }[one]};`)

/**
 * Returns a `<script>` with `data-` attributes.
 *
 * @param attributes The values of the attributes, by name without `data-`.
 */
export const scriptTag = (
  src: string,
  attributes: Readonly<Record<string, string>> = {},
): string => {
  const all = Object.entries(attributes).map(([name, value]) =>
    value ? ` data-${name}="${inAttribute(value)}"` : ` data-${name}`,
  )
  return `<script src="${inAttribute(src)}"${all.join('')}></script>`
}
